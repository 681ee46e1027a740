package io.watertight.testing.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The main class of a process: runs the application's main class, and ends when the process that started it does. */
final class Child {

    private Child() {}

    /**
     * @param args the application's main class, and its arguments
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("end-with-parent").start(Child::endWithParent);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    /** Standard input ends when the parent closes it, or is killed. */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It has ended, too.
        }
        System.exit(0);
    }
}
