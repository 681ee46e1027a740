package io.watertight.guard.rules.exports;

import java.util.List;
import java.util.Set;

/** Types of the JDK and of frameworks, by what they mean at a module's border. */
final class ValueTypes {

    /** Cannot be changed, and carry nothing but themselves. */
    private static final Set<String> VALUES = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.CharSequence",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Short",
            "java.lang.String",
            "java.lang.Void",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.math.MathContext",
            "java.math.RoundingMode",
            "java.net.URI",
            "java.nio.charset.Charset",
            "java.util.Currency",
            "java.util.Locale",
            "java.util.OptionalDouble",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.UUID",
            "java.util.concurrent.TimeUnit",
            "java.util.regex.Pattern");

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection",
            "java.util.List",
            "java.util.Map",
            "java.util.NavigableMap",
            "java.util.NavigableSet",
            "java.util.SequencedCollection",
            "java.util.SequencedMap",
            "java.util.SequencedSet",
            "java.util.Set",
            "java.util.SortedMap",
            "java.util.SortedSet");

    private static final Set<String> HOLDERS =
            Set.of("java.util.Comparator", "java.util.Map$Entry", "java.util.Optional");

    private static final Set<String> SUPER_TYPES = Set.of(
            "java.io.Serializable",
            "java.lang.Comparable",
            "java.lang.Enum",
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.annotation.Annotation");

    private static final List<String> PERSISTENCE = List.of(
            "org.springframework.data.",
            "org.springframework.jdbc.",
            "org.springframework.transaction.",
            "org.springframework.dao.",
            "org.springframework.orm.",
            "org.springframework.r2dbc.",
            "java.sql.",
            "javax.sql.",
            "jakarta.persistence.",
            "javax.persistence.",
            "jakarta.transaction.",
            "jakarta.data.",
            "org.hibernate.",
            "org.jooq.",
            "org.apache.ibatis.",
            "org.mybatis.",
            "io.r2dbc.",
            "com.zaxxer.hikari.",
            "org.flywaydb.",
            "org.postgresql.");

    /** Hibernate's validator bears its name and stores nothing. */
    private static final String VALIDATOR = "org.hibernate.validator.";

    private ValueTypes() {}

    static boolean isValue(String type) {
        return VALUES.contains(type)
                || (type.startsWith("java.time.")
                        && !type.equals("java.time.Clock")
                        && !type.equals("java.time.InstantSource"));
    }

    static boolean isCollection(String type) {
        return COLLECTIONS.contains(type);
    }

    /** What is worth as much as its type arguments are. */
    static boolean isHolder(String type) {
        return isCollection(type) || HOLDERS.contains(type);
    }

    /** What exported types may extend besides each other. */
    static boolean isSuperType(String type) {
        return SUPER_TYPES.contains(type) || isException(type) || type.startsWith("org.jmolecules.");
    }

    /** Those of the JDK, apart from its databases. */
    static boolean isException(String type) {
        return (type.startsWith("java.lang.") || type.startsWith("java.util.") || type.startsWith("java.io."))
                && (type.endsWith("Exception") || type.equals("java.lang.Throwable"));
    }

    static boolean isPersistence(String type) {
        return PERSISTENCE.stream().anyMatch(type::startsWith) && !type.startsWith(VALIDATOR);
    }
}
