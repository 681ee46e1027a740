package io.watertight.tool;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a field can be. */
enum FieldType {
    TEXT("String", "String", "text"),
    INT("int", "Integer", "integer"),
    LONG("long", "Long", "bigint"),
    DECIMAL("BigDecimal", "BigDecimal", "numeric"),
    MONEY("Money", "Money", "numeric"),
    BOOLEAN("boolean", "Boolean", "boolean"),
    DATE("LocalDate", "LocalDate", "date"),
    INSTANT("Instant", "Instant", "timestamptz"),
    UUID("UUID", "UUID", "uuid"),
    /** One of given values; its Java type is made for it. */
    ENUM("", "", "text"),
    /** The key of something that another module has, where that is text. */
    REFERENCE("String", "String", "text"),
    /** Records that belong to the aggregate and to nothing else. */
    LIST("", "", "");

    private final String required;
    private final String optional;
    private final String sql;

    FieldType(String required, String optional, String sql) {
        this.required = required;
        this.optional = optional;
        this.sql = sql;
    }

    String javaType(boolean isOptional) {
        return isOptional ? optional : required;
    }

    String sql() {
        return sql;
    }

    boolean isPrimitive() {
        return this == INT || this == LONG || this == BOOLEAN;
    }

    boolean canBeKey() {
        return this == TEXT || this == INT || this == LONG || this == UUID;
    }

    static FieldType named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.isSimple() && it.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> ToolException.misuse(
                        "There is no field type '%s'. There are %s, enum(A,B), list(Thing,field:type,...) and module.Thing."
                                .formatted(
                                        name,
                                        Arrays.stream(values())
                                                .filter(FieldType::isSimple)
                                                .map(it -> it.name().toLowerCase(java.util.Locale.ROOT))
                                                .collect(Collectors.joining(", ")))));
    }

    private boolean isSimple() {
        return this != ENUM && this != REFERENCE && this != LIST;
    }
}
