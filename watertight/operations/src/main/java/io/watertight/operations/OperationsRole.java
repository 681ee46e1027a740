package io.watertight.operations;

/** The role that operates the application, from its settings. */
public final class OperationsRole {

    /** For annotations; {@code security} resolves it. */
    public static final String PLACEHOLDER = "${watertight.operations.role}";

    private OperationsRole() {}
}
