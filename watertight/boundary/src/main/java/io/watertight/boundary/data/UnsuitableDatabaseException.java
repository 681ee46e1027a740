package io.watertight.boundary.data;

/** The application cannot work with this database: the message says why, {@link #action()} what to do. */
class UnsuitableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    UnsuitableDatabaseException(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
