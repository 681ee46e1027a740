package io.watertight.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command that no {@link Audited} method surrounds, usually because it may take more than one transaction. It has one entry in the audit
 * trail, which it adds itself; what it calls adds none, not even in other processes.
 */
public final class CurrentCommand {

    private static final ScopedValue<String> COMMAND = ScopedValue.newInstance();

    private CurrentCommand() {}

    /**
     * Runs the work as a part of the command. {@return its result}
     *
     * @param command such as {@code place 7f1c...}: its name in the audit trail and its subject
     */
    public static <R extends @Nullable Object, X extends Throwable> R call(
            String command, ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(COMMAND, command).call(work);
    }

    /** Runs the work as a part of the command. */
    public static void run(String command, Runnable work) {
        ScopedValue.where(COMMAND, command).run(work);
    }

    /** {@return the command that this thread is carrying out a part of, if any} */
    public static Optional<String> onThisThread() {
        return COMMAND.isBound() ? Optional.of(COMMAND.get()) : Optional.empty();
    }
}
