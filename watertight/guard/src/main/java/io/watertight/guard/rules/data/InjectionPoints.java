package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the container fills: in beans, wherever they are declared, and in what is marked. */
final class InjectionPoints {

    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String LOOKUP = "org.springframework.beans.factory.annotation.Lookup";
    private static final List<String> INJECTED = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "jakarta.inject.Inject",
            "javax.inject.Inject",
            "jakarta.annotation.Resource");
    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final Set<String> IMPORTS = Set.of(
            "org.springframework.context.annotation.Import",
            "org.springframework.boot.autoconfigure.ImportAutoConfiguration");
    private static final Set<String> REGISTERING = Set.of(
            "registerBean",
            "register",
            "registerBeanDefinition",
            "genericBeanDefinition",
            "rootBeanDefinition",
            "createBean",
            "autowire",
            "run",
            "sources");

    private final Set<String> registered;

    InjectionPoints(Codebase code) {
        Stream<String> imported = code.classes().stream()
                .flatMap(it -> it.facts().notes().stream())
                .filter(it -> IMPORTS.contains(it.type()))
                .flatMap(it -> it.values().stream())
                .filter(it -> it.kind() == ValueKind.TYPE)
                .map(Note.Value::value);
        Stream<String> handedOver = code.classes().stream()
                .flatMap(it -> it.facts().calls().stream())
                .filter(it -> it.owner().startsWith("org.springframework.") && it.isOneOf(REGISTERING))
                .flatMap(InjectionPoints::typeLiterals);
        this.registered = Stream.concat(imported, handedOver).collect(Collectors.toSet());
    }

    private static Stream<String> typeLiterals(Call call) {
        return call.constants().stream()
                .filter(Operand.TypeLiteral.class::isInstance)
                .map(it -> ((Operand.TypeLiteral) it).type());
    }

    Stream<InjectionPoint> of(CodeClass type) {
        Stream<InjectionPoint> fields = type.type().getFields().stream()
                .filter(InjectionPoints::isInjected)
                .map(it -> new InjectionPoint(it.getType(), it.getName(), "field '%s'".formatted(it.getName())));
        Stream<InjectionPoint> methods = type.type().getMethods().stream()
                .filter(it -> isInjected(it) || it.isMetaAnnotatedWith(BEAN))
                .flatMap(it -> parametersOf(it, "method '%s'".formatted(it.getName())));
        Stream<InjectionPoint> lookups = type.type().getMethods().stream()
                .filter(it -> it.isAnnotatedWith(LOOKUP))
                .map(it -> new InjectionPoint(it.getReturnType(), it.getName(), "method '%s'".formatted(it.getName())));
        return Stream.of(fields, methods, lookups, constructors(type)).flatMap(it -> it);
    }

    private Stream<InjectionPoint> constructors(CodeClass type) {
        Collection<JavaConstructor> all = type.type().getConstructors();
        boolean bean = type.type().isMetaAnnotatedWith(COMPONENT)
                || type.type().isMetaAnnotatedWith("jakarta.inject.Named")
                || registered.contains(type.name());
        return all.stream()
                .filter(it -> isInjected(it) || (bean && all.size() == 1))
                .flatMap(it -> parametersOf(it, "constructor"));
    }

    private static Stream<InjectionPoint> parametersOf(JavaCodeUnit unit, String words) {
        return unit.getParameterTypes().stream().map(it -> new InjectionPoint(it, unit.getName(), words));
    }

    private static boolean isInjected(CanBeAnnotated member) {
        return INJECTED.stream().anyMatch(member::isMetaAnnotatedWith);
    }
}
