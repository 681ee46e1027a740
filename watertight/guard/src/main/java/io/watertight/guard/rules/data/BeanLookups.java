package io.watertight.guard.rules.data;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The container finds what javac hides, by a name or by a type that is known only at run time. */
final class BeanLookups implements Rule {

    private static final String CONTAINER = "org.springframework.beans.factory.BeanFactory";
    private static final Set<String> CONTAINER_AWARE = Set.of(
            "org.springframework.context.ApplicationContextAware",
            "org.springframework.beans.factory.BeanFactoryAware",
            "org.springframework.context.support.ApplicationObjectSupport",
            "org.springframework.web.context.support.SpringBeanAutowiringSupport");

    /** They answer with beans; a type literal among their arguments tells which. */
    private static final Set<String> BY_TYPE = Set.of(
            "getBean",
            "getBeansOfType",
            "getBeanProvider",
            "getBeanNamesForType",
            "resolveNamedBean",
            "beanOfType",
            "beanOfTypeIncludingAncestors",
            "beansOfTypeIncludingAncestors",
            "beanNamesForTypeIncludingAncestors",
            "qualifiedBeanOfType",
            "qualifiedBeansOfType",
            "beanProvider",
            "bean");

    /** They answer with whatever there is, or fill what they are given. */
    private static final Set<String> BY_ANYTHING = Set.of(
            "getBeansWithAnnotation",
            "getBeanNamesForAnnotation",
            "beanNamesForAnnotationIncludingAncestors",
            "getBeanDefinitionNames",
            "getBeanDefinition",
            "getMergedBeanDefinition",
            "getBeanNamesIterator",
            "beanNamesIncludingAncestors",
            "getSingleton",
            "getSingletonNames",
            "getSingletonMutex",
            "resolveDependency",
            "resolveBeanByName",
            "autowireBean",
            "autowireBeanProperties",
            "configureBean",
            "processInjectionBasedOnCurrentContext",
            "processInjectionBasedOnServletContext",
            "getCurrentWebApplicationContext",
            "getWebApplicationContext",
            "getRequiredWebApplicationContext",
            "findWebApplicationContext");

    @Override
    public String id() {
        return "no-bean-lookup";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DATA;
    }

    @Override
    public String promise() {
        return "nobody asks the container for a bean, but by a type literal that he may use";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        WideTypes wide = new WideTypes(code);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            findings.examined(user);
            Map<String, Lines> found = new LinkedHashMap<>();
            for (Call call : user.facts().calls()) {
                lookUp(code, wide, user, call)
                        .ifPresent(it -> found.computeIfAbsent(it, _ -> new Lines())
                                .add(call.place().line()));
            }
            holding(user).ifPresent(it -> found.computeIfAbsent(it, _ -> new Lines()));
            found.forEach((what, lines) -> report(code, user, what, lines, findings));
        });
    }

    private static Optional<String> lookUp(Codebase code, WideTypes wide, CodeClass user, Call call) {
        if ((!call.isOneOf(BY_ANYTHING) && !call.isOneOf(BY_TYPE)) || !isContainer(code, call.owner())) {
            return Optional.empty();
        }
        String name = call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.method();
        if (call.isOneOf(BY_ANYTHING)) {
            return Optional.of("calls %s".formatted(name));
        }
        List<String> literals = call.constants().stream()
                .filter(Operand.TypeLiteral.class::isInstance)
                .map(it -> ((Operand.TypeLiteral) it).type())
                .toList();
        if (literals.isEmpty() || call.reference()) {
            return Optional.of("calls %s without saying which type it wants".formatted(name));
        }
        return literals.stream()
                .filter(it -> !mayAskFor(code, wide, user, it))
                .findFirst()
                .map(it -> "asks the container for %s with %s"
                        .formatted(it.substring(it.lastIndexOf('.') + 1).replace('$', '.'), name));
    }

    private static boolean isContainer(Codebase code, String owner) {
        return owner.startsWith("org.springframework.")
                || code.find(owner)
                        .filter(it -> it.type().isAssignableTo(CONTAINER))
                        .isPresent();
    }

    private static boolean mayAskFor(Codebase code, WideTypes wide, CodeClass user, String type) {
        Optional<CodeClass> own = code.find(type);
        Optional<JavaClass> known = own.map(CodeClass::type).or(() -> namedBy(user, type));
        return known.filter(it -> wide.of(user, it).isEmpty()).isPresent()
                && own.map(it -> mayUse(code, user, it)).orElse(true);
    }

    private static boolean mayUse(Codebase code, CodeClass user, CodeClass wanted) {
        return wanted.actor() == null || Objects.equals(wanted.actor(), user.actor()) || code.isExported(wanted);
    }

    /** A type of a library, as the class that names it knows it. */
    private static Optional<JavaClass> namedBy(CodeClass user, String type) {
        return user.type().getDirectDependenciesFromSelf().stream()
                .map(it -> it.getTargetClass())
                .filter(it -> it.getName().equals(type))
                .findFirst();
    }

    private static Optional<String> holding(CodeClass user) {
        if (CONTAINER_AWARE.stream().anyMatch(user.type()::isAssignableTo)) {
            return Optional.of("has the container handed over");
        }
        return user.type().getFields().stream()
                .filter(it -> it.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                .filter(it -> it.getRawType().isAssignableTo(CONTAINER))
                .findFirst()
                .map(it -> "keeps the container in the static field '%s'".formatted(it.getName()));
    }

    private static void report(Codebase code, CodeClass user, String what, Lines lines, Findings findings) {
        findings.violation(
                Places.of(code, user, lines),
                "%s of %s %s%s.".formatted(user.simpleName(), code.roomOf(user), what, lines.others()),
                "The container hands over every bean of every module, to whoever can spell its name or walk its list.",
                "Take what is needed as a parameter of the constructor, by its type (ObjectProvider<Type> if it comes late)."
                        + " " + DataAdvice.ownRepositoriesOrServices(code, user));
    }
}
