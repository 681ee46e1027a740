package io.watertight.guard.rules.data;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.List;
import java.util.Set;

/** The container gives anything to whoever asks it by a name, or for everything there is. */
final class BeanLookup {

    private static final String FACTORY = "org.springframework.beans.factory.BeanFactory";
    private static final List<String> CONTAINERS = List.of(
            FACTORY,
            "org.springframework.beans.factory.ListableBeanFactory",
            "org.springframework.beans.factory.config.AutowireCapableBeanFactory",
            "org.springframework.beans.factory.config.SingletonBeanRegistry",
            "org.springframework.beans.factory.BeanFactoryUtils",
            "org.springframework.web.context.support.WebApplicationContextUtils",
            "org.springframework.web.context.support.SpringBeanAutowiringSupport");
    private static final Set<String> LOOK_UPS = Set.of(
            "getBean",
            "getBeanProvider",
            "getBeansOfType",
            "getBeansWithAnnotation",
            "getBeanNamesForType",
            "getBeanDefinitionNames",
            "getBeanNamesForAnnotation",
            "getSingleton",
            "getSingletonNames",
            "autowireBean",
            "autowire",
            "createBean",
            "beanOfType",
            "beansOfTypeIncludingAncestors",
            "getWebApplicationContext",
            "processInjectionBasedOnCurrentContext",
            "getBeanNamesIterator",
            "autowireBeanProperties",
            "configureBean");
    private static final Set<String> HOLDERS = Set.of(
            "java.util.List",
            "java.util.Map",
            "java.util.Collection",
            "java.util.Set",
            "java.util.stream.Stream",
            "org.springframework.beans.factory.ObjectProvider",
            "java.util.Optional");

    private BeanLookup() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(user -> {
            findings.examined(user);
            Lines lookUps = new Lines();
            user.calls().stream()
                    .filter(it -> LOOK_UPS.contains(it.name()) && isContainer(it.owner()) && !isByOwnType(user, it))
                    .forEach(it -> lookUps.add(
                            "%s.%s".formatted(it.owner().getSimpleName(), it.name()), it.member(), it.line()));
            if (!lookUps.things().isEmpty()) {
                findings.add(
                        findings.at(user, lookUps.member(), lookUps.first()),
                        lookUps,
                        "%s looks up beans by %s%s.".formatted(user.inWords(), lookUps.things(), lookUps.others()),
                        "What comes back may be any module's, and nobody who reads the class can tell.",
                        "Have what is needed injected by its type. " + Advice.ownOrServices(code, user));
            }
            if (user.isBean()
                    || user.java().getMethods().stream()
                            .anyMatch(it -> it.isAnnotatedWith("org.springframework.context.annotation.Bean"))) {
                InjectionPoints.of(user).stream()
                        .filter(it -> isEveryBean(it.type()))
                        .forEach(it -> findings.add(
                                findings.at(user, it.member(), 0),
                                it.type().getName(),
                                "%s has %s injected in its %s, which may be any bean."
                                        .formatted(user.inWords(), Advice.simple(it.type()), it.words()),
                                "What comes back may be any module's, and nobody who reads the class can tell.",
                                "Have what is needed injected by its type. " + Advice.ownOrServices(code, user)));
            }
        });
    }

    private static boolean isContainer(JavaClass owner) {
        return CONTAINERS.contains(owner.getName()) || owner.isAssignableTo(FACTORY);
    }

    /** A type literal in the same method says what is asked for; whether it may be named is another rule's affair. */
    private static boolean isByOwnType(CodeType user, Call call) {
        return Set.of("getBean", "getBeanProvider", "getBeansOfType").contains(call.name())
                && user.java().getReferencedClassObjects().stream()
                        .anyMatch(it -> Math.abs(it.getLineNumber() - call.line()) <= 1
                                && !it.getRawType().getName().equals("java.lang.Object")
                                && !(it.getRawType().getName().startsWith("org.springframework.data.")
                                        && Persistence.isRepository(it.getRawType())))
                && (call.fullName().contains("java.lang.Class")
                        || call.fullName().contains("ResolvableType"));
    }

    private static boolean isEveryBean(JavaType type) {
        if (type instanceof JavaParameterizedType it) {
            List<JavaType> arguments = it.getActualTypeArguments();
            return HOLDERS.contains(it.toErasure().getName()) && isEveryBean(arguments.getLast());
        }
        return type.toErasure().getName().equals("java.lang.Object");
    }
}
