package io.watertight.guard;

/** The command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // It would warn that there is no provider.
        int status;
        try {
            status = Java25.engine().run(arguments);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            status = 2;
        }
        System.exit(status);
    }
}
