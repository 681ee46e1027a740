package io.watertight.operations.events;

/** No listener can be given the event, and this says why. */
class UndeliverableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndeliverableEventException(String message) {
        super(message);
    }
}
