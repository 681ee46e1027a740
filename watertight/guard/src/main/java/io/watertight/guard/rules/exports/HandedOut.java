package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The records that a module's services return, which describe what is and are no orders. */
final class HandedOut {

    private static final int COMPONENTS_OF_A_VALUE = 1;

    private final Codebase code;
    private final DomainModule module;
    private final Set<String> records;

    HandedOut(Codebase code, DomainModule module) {
        this.code = code;
        this.module = module;
        this.records = code.exportsOf(module).stream()
                .filter(it -> it.type().isInterface() || Exports.isPublicService(code, it))
                .flatMap(it -> it.type().getMethods().stream())
                .filter(it -> !it.getRawParameterTypes().contains(it.getRawReturnType()))
                .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream())
                .filter(this::isDescription)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    /** {@return the simple name of what a service's method takes and returns, or takes first and returns nothing for} */
    Optional<String> takenBackBy(JavaMethod method) {
        if (method.getOwner().isRecord()
                || method.getOwner().isEnum()
                || method.getParameterTypes().isEmpty()) {
            return Optional.empty();
        }
        String result = content(method.getReturnType());
        JavaType first = method.getParameterTypes().getFirst();
        boolean silent = result.equals("void");
        if (isKnown(content(first)) && (silent || result.equals(content(first)))) {
            return Optional.of(simple(content(first)));
        }
        // With a key before it a list of parts may be replaced; the thing itself may not.
        List<JavaType> all = method.getParameterTypes();
        return all.stream()
                .filter(it -> !(it instanceof JavaParameterizedType))
                .map(HandedOut::content)
                .filter(it -> isKnown(it) && it.equals(result))
                .map(HandedOut::simple)
                .findFirst();
    }

    /** Whether a service's method takes a type variable first, and returns the same or nothing. */
    static boolean isForAnything(JavaMethod method) {
        return method.getOwner().isInterface()
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getParameterTypes().isEmpty()
                && method.getParameterTypes().getFirst() instanceof JavaTypeVariable<?> it
                && (method.getRawReturnType().getName().equals("void")
                        || method.getReturnType().getName().equals(it.getName()));
    }

    private boolean isKnown(String type) {
        return records.contains(type);
    }

    private boolean isDescription(JavaClass type) {
        return type.isRecord()
                && code.find(type).map(CodeClass::home).filter(module::equals).isPresent()
                && (type.getSimpleName().endsWith("Dto")
                        || type.getFields().stream()
                                        .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                                        .count()
                                > COMPONENTS_OF_A_VALUE);
    }

    /** Of a collection, an optional or a page, what is in it. */
    private static String content(JavaType type) {
        return type instanceof JavaParameterizedType it
                        && it.getActualTypeArguments().size() == 1
                ? content(it.getActualTypeArguments().getFirst())
                : type.toErasure().getName();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
