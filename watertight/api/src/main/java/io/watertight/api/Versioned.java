package io.watertight.api;

/** A DTO of something that several people may change; over HTTP the version becomes the {@code ETag}. */
public interface Versioned {

    /** Counts the changes, from 0. */
    long version();
}
