package io.watertight.api;

/** A DTO of something that several people may change; over HTTP the version becomes the {@code ETag}. */
public interface Versioned {

    /** {@return the number of changes, starting at 0} */
    long version();

    /**
     * Distinguishes two bodies, even of one version: the version, and after a dash whatever changes without a new version.
     * {@code If-Match} compares the version only.
     */
    default String entityTag() {
        return String.valueOf(version());
    }
}
