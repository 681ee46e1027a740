package com.example.architecture.rules.data;

import com.example.architecture.RuleGroup;
import com.example.architecture.codebase.CodeClass;
import com.example.architecture.codebase.Codebase;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Lines;
import com.example.architecture.rules.OwnerAdvice;
import com.example.architecture.rules.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
            points.of(user).forEach(point -> {
                findings.examined(user);
                wide.of(user, point.type()).ifPresent(width -> reportInjection(code, user, point, width, findings));
            });
            reportUse(code, user, use.of(user), findings);
            reportMachinery(code, user, findings);
        });
    }

    private static void reportInjection(
            Codebase code, CodeClass user, InjectionPoint point, WideTypes.Width width, Findings findings) {
        CodeClass foreign = width.foreign();
        findings.violation(
                code.where(user, Places.lineOf(user, point.member())),
                "%s of %s asks the container for %s in its %s: %s."
                        .formatted(
                                user.simpleName(),
                                code.roomOf(user),
                                TypeArguments.simple(point.type()),
                                point.words(),
                                width.words()),
                WHY,
                foreign == null
                        ? DataAdvice.ownRepositoriesOrServices(code, user)
                        : OwnerAdvice.ask(
                                code,
                                Objects.requireNonNull(foreign.actor()),
                                code.persistence()
                                        .domainTypeOf(foreign)
                                        .map(it -> it.getSimpleName())
                                        .orElse("")));
    }

    private static void reportUse(Codebase code, CodeClass user, Map<String, Lines> uses, Findings findings) {
        uses.forEach((what, lines) -> {
            findings.examined(user);
            findings.violation(
                    code.where(user, lines.first()),
                    "%s of %s %s, and nothing tells whose repository it is%s."
                            .formatted(user.simpleName(), code.roomOf(user), what, lines.others()),
                    WHY,
                    DataAdvice.ownRepositoriesOrServices(code, user));
        });
    }

    private static void reportMachinery(Codebase code, CodeClass user, Findings findings) {
        Map<String, Lines> named = new LinkedHashMap<>();
        user.facts().mentions().stream()
                .filter(it -> PersistenceTypes.isMachinery(it.type()))
                .forEach(it -> named.computeIfAbsent(it.type(), _ -> new Lines()).add(it.place().line()));
        named.forEach((type, lines) -> {
            findings.examined(user);
            findings.violation(
                    code.where(user, lines.first()),
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
