package io.watertight.operations.events;

/** An event could not be sent, which is said once for all that wait; the registry repeats it. */
class BrokerAwayException extends RuntimeException {

    BrokerAwayException(String reason) {
        super("The broker is not responding: " + reason, null, false, false);
    }
}
