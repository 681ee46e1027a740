package io.watertight.operations.events;

/** Ends a call to a listener before it has begun: another thread or instance has the publication, or it has to wait. */
class PublicationSkippedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublicationSkippedException() {
        super("Another thread or instance processes the publication", null, false, false);
    }
}
