package io.watertight.testing.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Records statements and round trips as they happen, also for an enclosing recording. */
final class Recording {

    private static final ThreadLocal<@Nullable Recording> CURRENT = new ThreadLocal<>();

    private final @Nullable Recording outer = CURRENT.get();
    private final List<String> sql = new ArrayList<>();
    private final List<String> roleSql = new ArrayList<>();
    private final AtomicBoolean finished = new AtomicBoolean();
    private int trips;

    /** Records a statement of the calling thread, if a recording is active. */
    static void executed(String sql, boolean setsOnlyRole) {
        var recording = CURRENT.get();
        if (recording != null) {
            recording.add(sql, setsOnlyRole);
        }
    }

    /** Records that the calling thread has sent something to the database. */
    static void sent() {
        for (var recording = CURRENT.get(); recording != null; recording = recording.outer) {
            recording.addTrip();
        }
    }

    /** Records nothing of the calling thread until the result is closed. */
    static Following pause() {
        return follow(null);
    }

    /** Records the calling thread's statements until the result is closed. */
    Following follow() {
        return follow(this);
    }

    private static Following follow(@Nullable Recording recording) {
        var before = CURRENT.get();
        set(recording);
        return () -> set(before);
    }

    private static void set(@Nullable Recording recording) {
        if (recording == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(recording);
        }
    }

    synchronized Statements statements() {
        return new Statements(sql, roleSql, trips);
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

    private synchronized void addTrip() {
        trips++;
    }

    /** Ends a {@link #follow}, on the same thread. */
    interface Following extends AutoCloseable {

        @Override
        void close();
    }
}
