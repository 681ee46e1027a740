package io.watertight.guard.rules.detours;

import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what of an expression's beans and types is not at home where it stands. */
final class Reach {

    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final Set<String> OF_SPRING = Set.of("environment", "systemProperties", "systemEnvironment");
    private static final List<String> HARMLESS = List.of(
            "java.time.",
            "java.math.",
            "java.util.concurrent.TimeUnit",
            "java.util.UUID",
            "java.lang.Math",
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.Double");

    private final Codebase code;
    private final Map<Optional<DomainModule>, Set<String>> beans = new HashMap<>();

    Reach(Codebase code) {
        this.code = code;
    }

    /** {@return what the expression reaches, in words; empty if it stays at home} */
    List<String> beyond(@Nullable DomainModule home, Expression expression) {
        List<String> beyond = new ArrayList<>();
        expression.beans().stream()
                .filter(it -> !OF_SPRING.contains(it) && !beansOf(home).contains(it))
                .sorted()
                .map("the bean '%s'"::formatted)
                .forEach(beyond::add);
        expression.types().stream()
                .filter(it -> !isHarmless(home, it))
                .sorted()
                .map("the type %s"::formatted)
                .forEach(beyond::add);
        if (expression.reflective()) {
            beyond.add("an object's class");
        }
        return beyond;
    }

    private boolean isHarmless(@Nullable DomainModule home, String type) {
        String name = type.contains(".") ? type : "java.lang." + type;
        return HARMLESS.stream().anyMatch(it -> it.endsWith(".") ? name.startsWith(it) : name.equals(it))
                || code.find(name)
                        .filter(it -> Objects.equals(it.actor(), home)
                                || (code.isExported(it)
                                        && (home == null || home.mayUse(Objects.requireNonNull(it.home())))))
                        .isPresent();
    }

    /** As Spring names them. */
    private Set<String> beansOf(@Nullable DomainModule home) {
        return beans.computeIfAbsent(Optional.ofNullable(home), _ -> {
            Set<String> names = new HashSet<>();
            code.guardedClasses()
                    .filter(it -> Objects.equals(it.actor(), home) && !it.isDescriptor())
                    .forEach(it -> collect(it, names));
            return names;
        });
    }

    private static void collect(CodeClass type, Set<String> names) {
        names.add(Introspector.decapitalize(type.simpleName()));
        type.facts()
                .notesOnType()
                .filter(it -> it.type().startsWith("org.springframework.stereotype."))
                .forEach(it -> names.addAll(it.all("value")));
        for (Note note : type.facts().notes()) {
            if (note.type().equals(BEAN) && note.place().member() != null) {
                names.add(note.place().member());
                names.addAll(note.all("name"));
                names.addAll(note.all("value"));
            }
        }
    }
}
