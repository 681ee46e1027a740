package io.watertight.boundary.data;

/** The database is not one that this application can work with: the message says why, {@link #action()} what to do about it. */
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
