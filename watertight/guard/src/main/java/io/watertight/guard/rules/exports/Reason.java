package io.watertight.guard.rules.exports;

import java.util.Set;

/** Why a type has no place at a module's border. */
enum Reason {
    ENTITY("the entity", "An entity that leaves its module can be saved, and the table becomes everybody's."),
    REPOSITORY("the repository", "Whoever holds the repository writes the module's table."),
    INTERNAL("the internal type", "What is not exported changes without notice, and others cannot name it."),
    OUTSIDER("the type", "It is exported by no module: whoever calls would have to depend on where it is."),
    PERSISTENCE(
            "the persistence type",
            "It carries rows, connections or entities, and ties every caller to how the module stores its data."),
    FRAMEWORK(
            "the type",
            "Modules speak in values of the JDK and in records of their own; a library's type brings its behaviour to every caller."),
    ANNOTATION(
            "the annotation",
            "What is exported is an agreement between modules; how a framework wires it is a matter of the implementation."),
    ANYTHING("the type", "An entity, a row or a proxy can be behind it; nobody sees what is handed out."),
    WILDCARD("the wildcard", "An entity, a row or a proxy can be behind it; nobody sees what is handed out."),
    RAW("the raw type", "Without its type arguments it can hold anything, entities too."),
    VARIABLE("the unbounded type variable", "The caller may put anything in its place, an entity too."),
    ARRAY("the array", "Its elements can be replaced by whoever holds it."),
    STREAM(
            "the type",
            "It is read when the method has returned already: outside of the module's transaction, from what the module holds open."),
    FUNCTION(
            "the functional type",
            "Code that crosses the border runs in the other module with what it has closed over, entities and connections too."),
    PROMISE("the type", "It is kept by another thread, outside of the caller's transaction."),
    CLASS("the type", "With a class the caller chooses what goes in and out; the signature no longer says it."),
    MUTABLE("the type", "Whoever holds it can change it under everybody else's hands.");

    private static final String NAME_IT = "Name what it is: a value of the JDK, or a record that the module exports.";

    private static final Set<String> STREAMS = Set.of(
            "java.lang.Iterable",
            "java.util.Iterator",
            "java.util.ListIterator",
            "java.util.Enumeration",
            "java.util.Spliterator",
            "java.util.Scanner");
    private static final Set<String> ANY = Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Enum",
            "java.lang.Comparable",
            "java.lang.Cloneable",
            "java.io.Serializable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.Throwable",
            "com.fasterxml.jackson.databind.JsonNode",
            "tools.jackson.databind.JsonNode");
    private static final Set<String> FUNCTIONS =
            Set.of("java.lang.Runnable", "java.lang.AutoCloseable", "java.util.concurrent.Callable");

    private final String kind;
    private final String why;

    Reason(String kind, String why) {
        this.kind = kind;
        this.why = why;
    }

    /** The reason against a type that is neither a value nor of this application. */
    static Reason against(String type) {
        if (ValueTypes.isPersistence(type)) {
            return PERSISTENCE;
        }
        if (ANY.contains(type)) {
            return ANYTHING;
        }
        if (type.equals("java.lang.Class") || type.startsWith("java.lang.reflect.")) {
            return CLASS;
        }
        if (FUNCTIONS.contains(type) || type.startsWith("java.util.function.")) {
            return FUNCTION;
        }
        if (STREAMS.contains(type)
                || type.startsWith("java.util.stream.")
                || type.startsWith("java.io.")
                || type.startsWith("java.nio.")) {
            return STREAM;
        }
        if (type.startsWith("java.util.concurrent.atomic.")) {
            return MUTABLE;
        }
        if (type.matches("java\\.util\\.concurrent\\.(\\w*Future|CompletionStage|Flow.*)")
                || type.startsWith("reactor.")
                || type.startsWith("org.reactivestreams.")) {
            return PROMISE;
        }
        return type.startsWith("java.util.") || type.startsWith("java.lang.String") ? MUTABLE : FRAMEWORK;
    }

    String kind() {
        return kind;
    }

    String why() {
        return why;
    }

    /** What to write, where it does not depend on what the module has to offer. */
    String instead(String type) {
        return switch (this) {
            case ENTITY, REPOSITORY, INTERNAL, OUTSIDER, PERSISTENCE, FRAMEWORK, ANYTHING, WILDCARD -> NAME_IT;
            case ANNOTATION -> "Put it on the implementation in the internal package.";
            case RAW -> "Give the type arguments: values of the JDK, or records that the module exports.";
            case VARIABLE -> "Bound it by a type that the module exports, or write one method for each type.";
            case ARRAY -> "Use a List, copied with List.copyOf.";
            case STREAM -> "Use a List, or a page at a time with the cursor of the next one.";
            case FUNCTION ->
                "Say with a record what is to be done; if others are to be called back, publish an event or export an interface of the module's own.";
            case PROMISE -> "Return the value itself; who has time can listen to an event.";
            case CLASS -> "Write one method for each type.";
            case MUTABLE ->
                isTime(type) ? "Use a value of java.time." : "Use List, Set or Map of values, copied with copyOf.";
        };
    }

    /** Whether a type argument with this reason is worth telling although the type around it was told. */
    boolean isOfTheModule() {
        return this == ENTITY || this == REPOSITORY || this == INTERNAL || this == PERSISTENCE;
    }

    private static boolean isTime(String type) {
        return type.endsWith("Date") || type.endsWith("Calendar") || type.endsWith("TimeZone");
    }
}
