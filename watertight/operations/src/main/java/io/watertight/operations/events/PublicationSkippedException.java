package io.watertight.operations.events;

/** Aborts a call before the listener runs: another thread or instance processes the publication, or it must wait. */
class PublicationSkippedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublicationSkippedException() {
        super("Another thread or instance processes the publication", null, false, false);
    }
}
