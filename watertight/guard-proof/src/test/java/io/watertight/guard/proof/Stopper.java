package io.watertight.guard.proof;

/** Who may stop a leak, in the order in which they get the chance. */
enum Stopper {
    JAVAC("javac"),
    MODULITH("Spring Modulith"),
    GUARD("guard"),
    DATABASE("database"),
    /** Stops nothing that matters; shown beside the others because everybody writes it. */
    NAIVE_RULE("the naive rule");

    private final String title;

    Stopper(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
