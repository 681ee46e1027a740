package io.watertight.operations.events;

/** The event cannot be delivered; the message says why. */
class UndeliverableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndeliverableEventException(String message) {
        super(message);
    }
}
