package io.watertight.testing.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Records statements as they are executed, also for an enclosing recording. */
final class Recording {

    private static final ThreadLocal<@Nullable Recording> CURRENT = new ThreadLocal<>();

    private final @Nullable Recording outer = CURRENT.get();
    private final List<String> sql = new ArrayList<>();
    private final List<String> roleSql = new ArrayList<>();
    private final AtomicBoolean finished = new AtomicBoolean();

    /** Records a statement of the calling thread, if a recording is active. */
    static void executed(String sql, boolean setsOnlyRole) {
        var recording = CURRENT.get();
        if (recording != null) {
            recording.add(sql, setsOnlyRole);
        }
    }

    /** Records the calling thread's statements until the result is closed. */
    Following follow() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    synchronized Statements statements() {
        return new Statements(sql, roleSql);
    }

    /** {@return whether this call is the first} */
    boolean finish() {
        return finished.compareAndSet(false, true);
    }

    private synchronized void add(String statement, boolean setsOnlyRole) {
        (setsOnlyRole ? roleSql : sql).add(statement);
        if (outer != null) {
            outer.add(statement, setsOnlyRole);
        }
    }

    /** Ends a {@link #follow}, on the same thread. */
    interface Following extends AutoCloseable {

        @Override
        void close();
    }
}
