package io.watertight.testing.processes;

/** A process stopped unexpectedly, or could not be started. */
final class EndedException extends RuntimeException {

    private final String action;

    /**
     * @param message what has happened, in a sentence
     * @param action what to do, or to read
     */
    EndedException(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }
}
