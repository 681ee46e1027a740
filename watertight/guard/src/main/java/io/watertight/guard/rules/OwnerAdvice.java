package io.watertight.guard.rules;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what to call instead: the owner's exported methods, those about the same thing first. */
public final class OwnerAdvice {

    private static final int LISTED = 6;

    private OwnerAdvice() {}

    /**
     * {@return a sentence that names what the owner offers}
     *
     * @param about the name of an entity or a table, which the methods' names and types are compared with
     */
    public static String ask(Codebase code, DomainModule owner, String about) {
        List<JavaMethod> methods = operations(code, owner);
        if (methods.isEmpty()) {
            return "Ask module '%s' to export a service with a method for it.".formatted(owner.name());
        }
        String word = about.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
        String listed = methods.stream()
                .sorted(Comparator.comparing((JavaMethod it) -> !isAbout(it, word)))
                .limit(LISTED)
                .map(OwnerAdvice::signature)
                .collect(Collectors.joining(", "));
        return "Call what module '%s' exports: %s%s. If none fits, add a method to the module that says what it is for."
                .formatted(owner.name(), listed, methods.size() > LISTED ? " ..." : "");
    }

    /** The methods of the interfaces that the module exports and implements. */
    public static List<JavaMethod> operations(Codebase code, DomainModule owner) {
        return code.exportsOf(owner).stream()
                .filter(it -> isService(code, it))
                .flatMap(it -> it.type().getMethods().stream())
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .sorted(Comparator.comparing(JavaMethod::getFullName))
                .toList();
    }

    /** Whether the type is an exported interface that its own module implements, as opposed to one for others to fill. */
    public static boolean isService(Codebase code, CodeClass exported) {
        return exported.type().isInterface()
                && !exported.type().isAnnotation()
                && exported.type().getAllSubclasses().stream()
                        .flatMap(it -> code.find(it).stream())
                        .anyMatch(it -> !it.type().isInterface()
                                && !it.type().isRecord()
                                && java.util.Objects.equals(it.actor(), exported.home()));
    }

    private static boolean isAbout(JavaMethod method, String word) {
        return !word.isEmpty()
                && signature(method)
                        .substring(signature(method).indexOf('.'))
                        .toLowerCase(Locale.ROOT)
                        .contains(word);
    }

    private static String signature(JavaMethod method) {
        return "%s.%s(%s)"
                .formatted(
                        method.getOwner().getSimpleName(),
                        method.getName(),
                        method.getParameterTypes().stream()
                                .map(OwnerAdvice::simple)
                                .collect(Collectors.joining(", ")));
    }

    private static String simple(JavaType type) {
        if (type instanceof com.tngtech.archunit.core.domain.JavaParameterizedType it) {
            return it.toErasure().getSimpleName()
                    + it.getActualTypeArguments().stream()
                            .map(OwnerAdvice::simple)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        JavaClass erasure = type.toErasure();
        return erasure.getSimpleName();
    }
}
