package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A repository has a name, which javac hides; it has super-types too, which everybody can name. */
final class GenericRepositories implements Rule {

    private static final String WHY = "The container and Spring Data know no modules: what comes by such a type may be"
            + " another module's, and can be saved and deleted.";

    @Override
    public String id() {
        return "no-generic-repository";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "nobody gets hold of a repository by a super-type of it, nor of every bean there is";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        WideTypes wide = new WideTypes(code);
        InjectionPoints points = new InjectionPoints(code);
        GenericUse use = new GenericUse(code);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            long injected = points.of(user)
                    .peek(_ -> findings.examined(user))
                    .filter(it -> reportInjection(code, wide, user, it, findings))
                    .count();
            if (injected == 0) {
                reportUse(code, user, use.of(user), findings);
            }
            reportMachinery(code, user, findings);
        });
    }

    private static boolean reportInjection(
            Codebase code, WideTypes wide, CodeClass user, InjectionPoint point, Findings findings) {
        Optional<WideTypes.Width> width = wide.of(user, point.type());
        width.ifPresent(it -> findings.violation(
                Places.of(code, user, point.member()),
                "%s of %s asks the container for %s in its %s: %s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                TypeArguments.simple(point.type()),
                                point.words(),
                                it.words()),
                WHY,
                instead(code, user, it.foreign())));
        return width.isPresent();
    }

    private static String instead(Codebase code, CodeClass user, @Nullable CodeClass foreign) {
        if (foreign == null) {
            return DataAdvice.ownRepositoriesOrServices(code, user);
        }
        String about = code.persistence()
                .domainTypeOf(foreign)
                .map(JavaClass::getSimpleName)
                .orElse("");
        return OwnerAdvice.ask(code, Objects.requireNonNull(foreign.actor()), about);
    }

    private static void reportUse(Codebase code, CodeClass user, Map<String, Lines> uses, Findings findings) {
        if (!uses.isEmpty()) {
            findings.examined(user);
            findings.violation(
                    Places.of(code, user, uses.values().iterator().next()),
                    "%s of %s %s, and nothing tells whose repository it is."
                            .formatted(user.simpleName(), code.roomOf(user), String.join(" and ", uses.keySet())),
                    WHY,
                    DataAdvice.ownRepositoriesOrServices(code, user));
        }
    }

    private static void reportMachinery(Codebase code, CodeClass user, Findings findings) {
        Map<String, Lines> named = new LinkedHashMap<>();
        user.facts().mentions().stream()
                .filter(it -> PersistenceTypes.isMachinery(it.type()))
                .forEach(it -> named.computeIfAbsent(it.type(), _ -> new Lines())
                        .add(it.place().line()));
        named.forEach((type, lines) -> {
            findings.examined(user);
            findings.violation(
                    Places.of(code, user, lines),
                    "%s of %s uses %s, which finds or makes repositories and entities of any module%s."
                            .formatted(
                                    user.simpleName(),
                                    code.roomOf(user),
                                    type.substring(type.lastIndexOf('.') + 1).replace('$', '.'),
                                    lines.others()),
                    WHY,
                    DataAdvice.ownRepositoriesOrServices(code, user));
        });
    }
}
