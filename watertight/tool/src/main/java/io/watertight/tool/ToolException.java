package io.watertight.tool;

/** Why a command does nothing, in one sentence for the person who typed it. */
final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final int exitCode;

    private ToolException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    ToolException(String message) {
        this(message, FAILED);
    }

    /** The command line itself makes no sense. */
    static ToolException misuse(String message) {
        return new ToolException(message, MISUSED);
    }

    int exitCode() {
        return exitCode;
    }
}
