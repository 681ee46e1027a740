package io.watertight.api;

import java.util.Map;

/**
 * The record of who changed what. The commands of a module's exported service are entered by themselves; this is for what
 * changes many things at once, or at an event's behest instead of a person's.
 */
public interface AuditTrail {

    /**
     * Adds an entry for each thing that was changed, in one statement, for the {@linkplain CurrentActor actor} on this thread
     * and the module that is at work. The entries belong to the caller's transaction.
     *
     * @param action what was done, as in {@code import}
     * @param changes what is worth knowing of each change, which is kept as JSON, by the key of what was changed; if there is
     *     none, nothing is added
     */
    void add(String action, Map<String, ?> changes);

    /**
     * Says that the command at work on this thread has changed nothing, although it locked what it read: it was carried out
     * before, or only asks. It gets no entry. A command that writes and locks nothing need not say so.
     */
    void nothingChanged();
}
