package io.watertight.api;

import java.util.Map;

/**
 * The record of who changed what. {@link Audited} commands are entered automatically; this is for listeners, and for what
 * changes many things at once.
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
     * Says that the {@link Audited} command on this thread has changed nothing, because it was carried out before. It gets no
     * entry. A command that neither writes nor locks anything need not say so.
     */
    void nothingChanged();
}
