package io.watertight.operations;

/** Who operates the application, as its settings say. */
public final class OperationsRole {

    /** For an annotation; who guards the endpoints resolves it. */
    public static final String PLACEHOLDER = "${watertight.operations.role}";

    private OperationsRole() {}
}
