package io.watertight.operations.events;

/** The event cannot be delivered; the message says why. */
class UndeliverableEventException extends RuntimeException {

    UndeliverableEventException(String message) {
        super(message);
    }
}
