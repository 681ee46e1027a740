package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what to call instead, by the names that the code base has. */
public final class Advice {

    private static final int LISTED = 6;

    private Advice() {}

    /**
     * {@return a sentence that names what the owner offers}
     *
     * @param about the name of an entity or a table: methods about the same thing come first
     * @param writes whether somebody meant to change something: then what changes something comes first, else what answers
     */
    public static String ask(CodeBase code, AppModule owner, String about, boolean writes) {
        String word = about.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
        List<String> methods = operations(code, owner).stream()
                .sorted(Comparator.comparing((JavaMethod it) -> answers(it) == writes)
                        .thenComparing(it -> !isAbout(it, word)))
                .map(Advice::signature)
                .toList();
        return methods.isEmpty()
                ? "Ask module '%s' to export a service with a method for it.".formatted(owner.name())
                : "Call what module '%s' exports: %s. If none fits, add a method to that module, and name it after what it does for the business."
                        .formatted(owner.name(), Lines.listed(methods, LISTED));
    }

    /** The methods of the services that the module exports: interfaces that it implements, and beans that are classes. */
    public static List<JavaMethod> operations(CodeBase code, AppModule owner) {
        return code.exportsOf(owner).stream()
                .filter(it -> Exports.isService(code, it) && !code.persistence().isData(it.name()))
                .flatMap(Exports::methods)
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .sorted(Comparator.comparing(JavaMethod::getFullName))
                .toList();
    }

    /** For something that may be any module's. */
    public static String ownOrServices(CodeBase code, CodeType user) {
        List<String> services = code.businessModules().stream()
                .filter(it -> !it.equals(user.owner())
                        && (user.owner() == null || user.owner().mayUse(it)))
                .flatMap(it -> operations(code, it).stream())
                .map(it -> it.getOwner().getSimpleName())
                .distinct()
                .toList();
        return "Inject the module's own repository by its type. For what another module has, call its service%s."
                .formatted(services.isEmpty() ? "" : ": " + Lines.listed(services, LISTED));
    }

    /** Whether it asks and does not tell: it returns something and takes none of the module's records. */
    private static boolean answers(JavaMethod method) {
        return !method.getRawReturnType().getName().equals("void")
                && method.getRawParameterTypes().stream().noneMatch(it -> it.isRecord());
    }

    private static boolean isAbout(JavaMethod method, String word) {
        return signature(method)
                .replaceFirst("^[^.]*", "")
                .toLowerCase(Locale.ROOT)
                .contains(word);
    }

    private static String signature(JavaMethod method) {
        return "%s.%s(%s)"
                .formatted(
                        method.getOwner().getSimpleName(),
                        method.getName(),
                        method.getParameterTypes().stream().map(Advice::simple).collect(Collectors.joining(", ")));
    }

    /** A type with its arguments, each without its package. */
    public static String simple(JavaType type) {
        return type instanceof JavaParameterizedType it
                ? it.toErasure().getSimpleName()
                        + it.getActualTypeArguments().stream()
                                .map(Advice::simple)
                                .collect(Collectors.joining(", ", "<", ">"))
                : type.toErasure().getSimpleName();
    }
}
