package io.watertight.api;

import java.util.Set;

/**
 * Which versions a caller is prepared to change: the optimistic lock, as carried by {@code If-Match} over HTTP.
 *
 * @param versions the versions that the caller has seen; empty means that any will do
 */
public record ExpectedVersion(Set<Long> versions) {

    public ExpectedVersion {
        versions = Set.copyOf(versions);
    }

    /** The caller has seen this version. */
    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(Set.of(version));
    }

    /** The caller does not mind what is overwritten. */
    public static ExpectedVersion any() {
        return new ExpectedVersion(Set.of());
    }

    /**
     * @param actual the present version
     * @throws StaleVersionException if the caller has seen another one
     */
    public void check(long actual) {
        if (!versions.isEmpty() && !versions.contains(actual)) {
            throw new StaleVersionException();
        }
    }
}
