package io.watertight.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Describes what a client should have sent for a Java type, without naming the type. */
final class Expected {

    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "text",
            UUID.class, "a UUID",
            BigDecimal.class, "a decimal number",
            Currency.class, "an ISO 4217 currency code such as GBP",
            Instant.class, "an instant such as 2026-01-31T12:00:00Z",
            LocalDate.class, "a date such as 2026-01-31",
            YearMonth.class, "a month such as 2026-01");

    private Expected() {}

    /** {@return what is wrong with something that could not become of the type} */
    static String isNot(@Nullable Class<?> type) {
        return "is not " + (type == null ? "valid" : of(type));
    }

    private static String of(Class<?> javaType) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(javaType);
        if (type == Integer.class || type == Long.class) {
            return "a whole number in range";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return WORDS.getOrDefault(type, "an object");
    }
}
