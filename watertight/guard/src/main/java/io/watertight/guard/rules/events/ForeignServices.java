package io.watertight.guard.rules.events;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who implements a service decides what it does: a second implementation is the module's business in other hands. */
final class ForeignServices implements Rule {

    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String FACTORY_BEAN = "org.springframework.beans.factory.FactoryBean";

    @Override
    public String id() {
        return "services-are-implemented-by-their-module";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EVENTS;
    }

    @Override
    public String promise() {
        return "a service that its module implements is implemented by nobody else";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Services services = new Services(code);
        services.all().forEach(findings::examined);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            Map<CodeClass, Use> uses = new LinkedHashMap<>();
            services.aboveOf(user.type())
                    .forEach(it -> add(uses, user, it, user.type().isInterface() ? "extends" : "implements", 0));
            user.facts()
                    .functions()
                    .forEach(it -> services.named(it.type())
                            .ifPresent(service -> add(
                                    uses,
                                    user,
                                    service,
                                    "makes a lambda of",
                                    it.place().line())));
            user.facts()
                    .calls()
                    .forEach(it -> proxied(services, it)
                            .ifPresent(service -> add(
                                    uses,
                                    user,
                                    service,
                                    "makes a proxy of",
                                    it.place().line())));
            user.type().getMethods().stream()
                    .filter(it -> it.isAnnotatedWith(BEAN) || it.isMetaAnnotatedWith(BEAN))
                    .forEach(it -> made(services, it, uses, user));
            user.type().getInterfaces().forEach(it -> madeByFactory(services, it, uses, user));
            uses.forEach((service, use) -> report(code, user, service, use, findings));
        });
    }

    private static void made(Services services, JavaMethod bean, Map<CodeClass, Use> uses, CodeClass user) {
        services.upFrom(bean.getRawReturnType())
                .forEach(it -> add(
                        uses,
                        user,
                        it,
                        "makes a bean of type",
                        bean.getSourceCodeLocation().getLineNumber()));
    }

    private static void madeByFactory(Services services, JavaType type, Map<CodeClass, Use> uses, CodeClass user) {
        if (type instanceof JavaParameterizedType it && it.toErasure().getName().equals(FACTORY_BEAN)) {
            it.getActualTypeArguments().stream()
                    .flatMap(argument -> services.upFrom(argument.toErasure()))
                    .forEach(service -> add(uses, user, service, "makes a bean of type", 0));
        }
    }

    private static Optional<CodeClass> proxied(Services services, Call call) {
        return call.method().equals("newProxyInstance")
                ? call.constants().stream()
                        .filter(Operand.TypeLiteral.class::isInstance)
                        .flatMap(it -> services.named(((Operand.TypeLiteral) it).type()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static void add(Map<CodeClass, Use> uses, CodeClass user, CodeClass service, String verb, int line) {
        if (!Objects.equals(service.actor(), user.actor())) {
            uses.computeIfAbsent(service, _ -> new Use(verb, new Lines()))
                    .lines()
                    .add(line);
        }
    }

    private static void report(Codebase code, CodeClass user, CodeClass service, Use use, Findings findings) {
        DomainModule owner = Objects.requireNonNull(service.actor());
        findings.violation(
                where(code, user, use.lines().first()),
                "%s of %s %s %s of module '%s'%s."
                        .formatted(
                                user.isAnonymous()
                                        ? "A class without a name in "
                                                + user.simpleName().replaceFirst("\\.\\d+$", "")
                                        : user.simpleName(),
                                code.roomOf(user),
                                use.verb(),
                                service.simpleName(),
                                owner.name(),
                                use.lines().others()),
                "Module '%s' implements it; another bean of the type replaces or wraps what every caller gets."
                        .formatted(owner.name()),
                """
                Have %s injected and call it. What it lacks is a method to be added in module '%s'; what is only wanted here \
                is a package-private class of its own that calls it and does not implement it.""".formatted(service.simpleName(), owner.name()));
    }

    private static String where(Codebase code, CodeClass user, int line) {
        if (line > 1) {
            return code.where(user, line);
        }
        return user.isAnonymous()
                ? code.where(
                        user,
                        user.facts().mentions().stream()
                                .mapToInt(it -> it.place().line())
                                .filter(it -> it > 0)
                                .min()
                                .orElse(1))
                : code.where(user);
    }

    private record Use(String verb, Lines lines) {}
}
