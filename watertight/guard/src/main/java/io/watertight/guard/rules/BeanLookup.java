package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.Spring;
import java.util.regex.Pattern;

/** The container gives anything to whoever asks it by a name, or for everything there is. */
final class BeanLookup {

    private static final String FACTORY = "org.springframework.beans.factory.BeanFactory";
    private static final Pattern CONTAINERS = Pattern.compile(
            "org\\.springframework\\.(beans\\.factory\\.(BeanFactoryUtils|(ListableBean|config\\.AutowireCapableBean)Factory|config\\.SingletonBeanRegistry)|web\\.context\\.support\\.(WebApplicationContextUtils|SpringBeanAutowiringSupport))");
    private static final Pattern LOOK_UPS = Pattern.compile(
            "get(Bean(Provider|Names\\w*|DefinitionNames|s\\w+)?|Singleton(Names)?|WebApplicationContext)|autowire\\w*|createBean|configureBean|beans?OfType\\w*|processInjection\\w*");
    private static final Pattern HOLDERS = Pattern.compile(
            "java\\.util\\.(List|Map|Collection|Set|Optional|stream\\.Stream)|org\\.springframework\\.beans\\.factory\\.ObjectProvider");

    private BeanLookup() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(user -> {
            findings.examined(user);
            String instead = "Have what is needed injected by its type. " + Advice.ownOrServices(code, user);
            Lines lookUps = new Lines();
            user.calls().stream()
                    .filter(it ->
                            LOOK_UPS.matcher(it.name()).matches() && isContainer(it.owner()) && !isByOwnType(user, it))
                    .forEach(it -> lookUps.add(
                            "%s.%s".formatted(it.owner().getSimpleName(), it.name()), it.member(), it.line()));
            findings.add(
                    user,
                    lookUps,
                    "%s looks up beans by %s%s.".formatted(user.inWords(), lookUps.things(), lookUps.others()),
                    instead);
            if (user.isBean() || user.java().getMethods().stream().anyMatch(it -> it.isAnnotatedWith(Spring.BEAN))) {
                InjectionPoints.of(user).stream()
                        .filter(it -> isEveryBean(it.type()))
                        .forEach(it -> findings.add(
                                findings.at(user, it.member(), 0),
                                it.type().getName(),
                                "%s has %s injected in its %s, which may be any bean."
                                        .formatted(user.inWords(), Advice.simple(it.type()), it.words()),
                                instead));
            }
        });
    }

    private static boolean isContainer(JavaClass owner) {
        return CONTAINERS.matcher(owner.getName()).matches() || owner.isAssignableTo(FACTORY);
    }

    /** A type literal in the same method says what is asked for; whether it may be named is another rule's affair. */
    private static boolean isByOwnType(CodeType user, Call call) {
        return call.name().matches("getBean|getBeanProvider|getBeansOfType")
                && (call.fullName().contains("java.lang.Class")
                        || call.fullName().contains("ResolvableType"))
                && user.java().getReferencedClassObjects().stream()
                        .filter(it -> Math.abs(it.getLineNumber() - call.line()) <= 1)
                        .map(it -> it.getRawType())
                        .anyMatch(it -> !it.getName().equals("java.lang.Object")
                                && !(it.getName().startsWith("org.springframework.data.")
                                        && Persistence.isRepository(it)));
    }

    private static boolean isEveryBean(JavaType type) {
        return type instanceof JavaParameterizedType it
                ? HOLDERS.matcher(it.toErasure().getName()).matches()
                        && isEveryBean(it.getActualTypeArguments().getLast())
                : type.toErasure().getName().equals("java.lang.Object");
    }
}
