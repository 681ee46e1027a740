package io.watertight.api;

/** A DTO of something that several people may change; over HTTP the version becomes the {@code ETag}. */
public interface Versioned {

    /** Counts the changes, from 0. */
    long version();

    /**
     * Tells two bodies apart, also those of one version: the version, and behind a dash whatever moves without it. A change
     * expects the version only.
     */
    default String entityTag() {
        return String.valueOf(version());
    }
}
