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
}
