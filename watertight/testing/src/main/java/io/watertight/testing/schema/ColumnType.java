package io.watertight.testing.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.ClassUtils;

/**
 * The column type for values of a Java type.
 *
 * @param sql the type in a migration
 * @param names the accepted types, by their names in PostgreSQL's catalog
 */
record ColumnType(String sql, Set<String> names) {

    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");

    private static final ColumnType TEXT = of("text", "text", "varchar", "bpchar", "citext", "name");

    private static final Map<Class<?>, ColumnType> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Short.class, of("smallint", "int2")),
            Map.entry(Integer.class, of("integer", "int4", "int2")),
            Map.entry(Long.class, of("bigint", "int8", "int4", "int2")),
            Map.entry(BigInteger.class, of("numeric", "numeric", "int8")),
            Map.entry(BigDecimal.class, of("numeric", "numeric")),
            Map.entry(Float.class, of("real", "float4")),
            Map.entry(Double.class, of("double precision", "float8", "float4")),
            Map.entry(Boolean.class, of("boolean", "bool")),
            Map.entry(UUID.class, of("uuid", "uuid")),
            Map.entry(LocalDate.class, of("date", "date")),
            Map.entry(LocalTime.class, of("time", "time")),
            Map.entry(LocalDateTime.class, of("timestamp", "timestamp")),
            Map.entry(Instant.class, of("timestamptz", "timestamptz")),
            Map.entry(OffsetDateTime.class, of("timestamptz", "timestamptz")),
            Map.entry(byte[].class, of("bytea", "bytea")));

    private static ColumnType of(String sql, String... names) {
        return new ColumnType(sql, Set.of(names));
    }

    /** {@return the type; empty if only a converter of the application can store it} */
    static Optional<ColumnType> of(Class<?> java) {
        return java.isEnum()
                ? Optional.of(TEXT)
                : Optional.ofNullable(BY_CLASS.get(ClassUtils.resolvePrimitiveIfNecessary(java)));
    }

    boolean holds(String name) {
        return names.contains(name);
    }

    /** {@return whether a query may return this type; counts and sums may change the width of a number} */
    boolean reads(String name) {
        return holds(name) || (NUMBERS.contains(name) && NUMBERS.containsAll(names));
    }
}
