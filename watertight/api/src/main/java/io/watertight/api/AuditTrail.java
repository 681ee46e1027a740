package io.watertight.api;

import java.util.Map;

/**
 * Records who changed what. {@link Audited} commands are recorded automatically; this interface is for all others, such as listeners and
 * bulk changes.
 */
public interface AuditTrail {

    /**
     * Adds an entry for each change, in one statement and in the caller's transaction, for the
     * {@linkplain CurrentActor current actor} and the current module.
     *
     * @param action what was done, such as {@code import}
     * @param changes details of each change, stored as JSON, by the key of what was changed; if empty, nothing is added
     */
    void add(String action, Map<String, ?> changes);

    /**
     * Declares that the {@link Audited} command on this thread has changed nothing, because it was carried out before, so that
     * it gets no entry. A command that neither writes nor locks anything need not call this.
     */
    void nothingChanged();
}
