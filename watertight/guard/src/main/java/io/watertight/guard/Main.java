package io.watertight.guard;

/** The command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
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
