package io.watertight.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a caller is prepared to change: optimistic locking, over HTTP with {@code If-Match}.
 *
 * @param versions the versions that the caller has seen; empty means any version
 */
public record ExpectedVersion(Set<Long> versions) {

    public ExpectedVersion {
        versions = Set.copyOf(versions);
    }

    /** {@return the expectation that exactly this version is current} */
    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(Set.of(version));
    }

    /** {@return the expectation of a caller who accepts overwriting any version} */
    public static ExpectedVersion any() {
        return new ExpectedVersion(Set.of());
    }

    /**
     * @param actual the current version; {@code null} for what was never stored, and so never seen
     * @throws StaleVersionException if the caller has seen a different version
     */
    public void check(@Nullable Long actual) {
        if (!versions.isEmpty() && (actual == null || !versions.contains(actual))) {
            throw new StaleVersionException();
        }
    }

    /**
     * {@return what to throw if another change came between reading and writing}
     *
     * @param failure how the write failed; thrown itself for a caller who accepts any version, because they may simply try again
     */
    public RuntimeException conflict(RuntimeException failure) {
        return versions.isEmpty() ? failure : new StaleVersionException();
    }
}
