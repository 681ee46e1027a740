package io.watertight.operations.events;

import org.jspecify.annotations.Nullable;

/** An event could not be sent, which is said once for all that wait; the registry repeats it. */
class BrokerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerAwayException(@Nullable String reason) {
        super("The broker does not respond: " + reason, null, false, false);
    }
}
