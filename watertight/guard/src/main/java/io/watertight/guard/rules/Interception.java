package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.CodeUnit.Role;
import io.watertight.guard.code.Spring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What wraps, watches or adds beans sees those of every module. */
final class Interception {

    private static final Pattern EXTENSIONS = Pattern.compile(
            "org\\.springframework\\.(beans\\.factory\\.(config\\.\\w*Bean(Factory)?PostProcessor|support\\.BeanDefinitionRegistryPostProcessor|BeanRegistrar)"
                    + "|context\\.(annotation\\.(ImportBeanDefinitionRegistrar|(Deferred)?ImportSelector)|ApplicationContextInitializer)"
                    + "|aop\\.(Advisor|PointcutAdvisor|MethodInterceptor|Pointcut|MethodBeforeAdvice|AfterReturningAdvice)|boot\\.(SpringApplicationRunListener|(env\\.)?EnvironmentPostProcessor))|org\\.aopalliance\\.intercept\\.MethodInterceptor");
    private static final Pattern EVERYTHING = Pattern.compile(
            "org\\.springframework\\.(data\\.((relational|jdbc)\\..*event|rest)\\..*|context\\.PayloadApplicationEvent)");
    private static final List<Ban> BANS = List.of(
            Ban.on(
                    "org.aspectj.lang.*|org.springframework.aop.(?!scope|interceptor.(Simple)?Async).*|org.aopalliance.*|org.springframework.context.support.GenericApplicationContext"
                            + "|org.springframework.beans.factory.(support.(BeanDefinition(Registry|Builder)|GenericBeanDefinition|RootBeanDefinition|DefaultListableBeanFactory)|config.BeanDefinition)"));
    private static final List<String> FILES = List.of(
            "META-INF/spring.factories",
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
            "META-INF/services/org.springframework.boot.SpringApplicationRunListener",
            "META-INF/aop.xml");
    /** Of these the type argument says whose rows they are called for. */
    private static final Pattern CALLBACKS = Pattern.compile(
            "org\\.springframework\\.(data\\..*\\.(\\w+Callback|AbstractRelationalEventListener)|context\\.ApplicationListener)");

    void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> !it.isShared()).forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            extension(type.java()).ifPresent(it -> findings.says(type, "", "is a " + it.getSimpleName()));
            Stream.concat(type.java().getInterfaces().stream(), type.java().getSuperclass().stream())
                    .forEach(it -> callback(code, type, "", it, findings));
            type.java().getMethods().forEach(it -> examine(code, type, it, findings));
        });
        files(code, findings);
    }

    /** It, or the first of what it is, by which it sees every bean. */
    private static Optional<JavaClass> extension(JavaClass type) {
        return type.getAllClassesSelfIsAssignableTo().stream()
                .filter(it -> EXTENSIONS.matcher(it.getName()).matches())
                .findFirst();
    }

    private static void examine(CodeBase code, CodeType type, JavaMethod method, Findings findings) {
        if (method.isAnnotatedWith(Spring.BEAN)) {
            JavaClass made = method.getRawReturnType();
            callback(code, type, method.getName(), method.getReturnType(), findings);
            extension(made)
                    .filter(it -> it.equals(made) || code.isInBasePackage(made.getPackageName()))
                    .ifPresent(_ ->
                            findings.says(type, method.getName(), "declares a bean of type " + made.getSimpleName()));
        }
        if (Spring.has(method, Spring.EVENT_LISTENER)) {
            method.getParameterTypes().stream()
                    .filter(it -> code.find(Events.argument(it)).isEmpty())
                    .map(JavaType::toErasure)
                    .filter(it -> EVERYTHING.matcher(it.getName()).matches()
                            || it.getName().equals("java.lang.Object"))
                    .findFirst()
                    .ifPresent(it -> findings.says(type, method.getName(), "listens to " + it.getSimpleName()));
        }
    }

    private static void callback(CodeBase code, CodeType type, String member, JavaType above, Findings findings) {
        String name = above.toErasure().getName();
        JavaClass argument = Events.argument(above);
        boolean own = code.is(argument, it -> !it.java().isInterface() || it.isInBusiness());
        if (CALLBACKS.matcher(name).matches()
                && !own
                && (!name.endsWith("ApplicationListener")
                        || EVERYTHING.matcher(argument.getName()).matches())) {
            findings.says(type, member, "is called for every %s".formatted(argument.getSimpleName()));
        }
    }

    /** By these files something joins the application beside its one scan. */
    private static void files(CodeBase code, Findings findings) {
        for (CodeUnit unit : code.units()) {
            Path resources = unit.resources();
            if (resources != null && unit.role() != Role.TECHNICAL && unit.role() != Role.KERNEL) {
                FILES.stream()
                        .map(resources::resolve)
                        .filter(Files::exists)
                        .forEach(it -> findings.add(
                                findings.at(it, 1),
                                String.valueOf(it.getFileName()),
                                "'%s' joins the application by the file %s.".formatted(unit.name(), it.getFileName()),
                                "Delete it: the scan finds what is below the application's package."));
            }
        }
    }
}
