package com.example.shop;

import com.example.shop.kernel.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;

/** Values of any exported type, always the same, and how two of them differ. */
final class Samples {

    private static final Map<Class<?>, Object> VALUES = Map.of(
            String.class,
            "A-1",
            UUID.class,
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            Instant.class,
            Instant.parse("2011-12-09T12:50:00.123456Z"),
            LocalDate.class,
            LocalDate.parse("2011-12-09"),
            Money.class,
            Money.of("2.555", "GBP"),
            Integer.class,
            7,
            Long.class,
            42L,
            BigDecimal.class,
            new BigDecimal("0.10"),
            Boolean.class,
            true);

    private Samples() {}

    static Object of(ResolvableType type) {
        Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
        if (VALUES.containsKey(raw)) {
            return VALUES.get(raw);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (Collection.class.isAssignableFrom(raw)) {
            Object element = of(type.asCollection().getGeneric());
            return raw == Set.class ? Set.of(element) : List.of(element);
        }
        RecordComponent[] components = raw.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("There is no sample of " + type);
        }
        return BeanUtils.instantiateClass(
                BeanUtils.getResolvableConstructor(raw),
                Arrays.stream(components)
                        .map(it -> of(ResolvableType.forType(it.getGenericType(), type)))
                        .toArray());
    }

    /** {@return where the second lacks what the first says, or says something else} */
    static List<String> missing(JsonNode first, @Nullable JsonNode second, String path) {
        List<String> found = new ArrayList<>();
        if (second == null) {
            found.add(path);
        } else if (first.isObject() && second.isObject()) {
            first.properties()
                    .forEach(it ->
                            found.addAll(missing(it.getValue(), second.get(it.getKey()), path + '.' + it.getKey())));
        } else if (first.isArray() && second.isArray()) {
            for (int i = 0; i < first.size(); i++) {
                found.addAll(missing(first.get(i), second.get(i), path + '[' + i + ']'));
            }
        } else if (!first.equals(second)) {
            found.add("%s was %s and is %s".formatted(path, first, second));
        }
        return found;
    }

    /** {@return where a record lacks a component that is not nullable} */
    static List<String> required(@Nullable Object value, String path) {
        List<String> found = new ArrayList<>();
        if (value instanceof Collection<?> elements) {
            elements.forEach(it -> found.addAll(required(it, path + "[]")));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                ReflectionUtils.makeAccessible(component.getAccessor());
                @Nullable Object part = ReflectionUtils.invokeMethod(component.getAccessor(), value);
                String name = path + '.' + component.getName();
                if (part == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    found.add(name);
                }
                found.addAll(required(part, name));
            }
        }
        return found;
    }
}
