package io.watertight.testing;

import org.jspecify.annotations.Nullable;

/** No PostgreSQL is available: the message says why in one sentence, {@link #action()} what to do. */
final class PostgresUnavailableException extends RuntimeException {

    private final String action;

    PostgresUnavailableException(String description, String action) {
        this(description, action, null);
    }

    PostgresUnavailableException(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
