package io.watertight.guard.rules.detours;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What wraps, watches or adds beans sees those of every module. */
final class Interception {

    private static final String WHY =
            "It gets hold of the beans and the rows of every module, those of tomorrow too, and none of them knows.";
    private static final String INSTEAD =
            "Let each module do it for its own beans, in their own methods; what every request needs is a filter or an"
                    + " interceptor of HTTP.";

    private static final Pattern EXTENSIONS = Pattern.compile(
            "org\\.springframework\\.(beans\\.factory\\.config\\.(BeanPostProcessor|InstantiationAwareBeanPostProcessor|DestructionAwareBeanPostProcessor|BeanFactoryPostProcessor)"
                    + "|beans\\.factory\\.support\\.BeanDefinitionRegistryPostProcessor|beans\\.factory\\.BeanRegistrar"
                    + "|context\\.annotation\\.(ImportBeanDefinitionRegistrar|ImportSelector|DeferredImportSelector)|context\\.ApplicationContextInitializer"
                    + "|aop\\.(Advisor|PointcutAdvisor|MethodInterceptor|Pointcut|MethodBeforeAdvice|AfterReturningAdvice)|boot\\.SpringApplicationRunListener"
                    + "|boot\\.EnvironmentPostProcessor|boot\\.env\\.EnvironmentPostProcessor)|org\\.aopalliance\\.intercept\\.MethodInterceptor");

    /** Of these the type argument says whose rows they are called for. */
    private static final Pattern CALLBACKS = Pattern.compile(
            "org\\.springframework\\.data\\..*\\.(\\w+Callback|AbstractRelationalEventListener)|org\\.springframework\\.context\\.ApplicationListener");

    private static final Pattern ROW_EVENTS = Pattern.compile(
            "org\\.springframework\\.data\\.(relational|jdbc)\\..*event\\..*|org\\.springframework\\.data\\.rest\\..*");

    private static final List<Ban> BANS = List.of(
            new Ban("org.aspectj.lang.*|org.springframework.aop.(?!scope).*|org.aopalliance.*", "", WHY, INSTEAD),
            new Ban(
                    "org.springframework.beans.factory.(support.(BeanDefinition(Registry|Builder)|GenericBeanDefinition|RootBeanDefinition|DefaultListableBeanFactory)|config.BeanDefinition)"
                            + "|org.springframework.context.support.GenericApplicationContext",
                    "",
                    WHY,
                    INSTEAD));

    private static final Set<String> FILES = Set.of(
            "META-INF/spring.factories",
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
            "META-INF/services/org.springframework.boot.SpringApplicationRunListener",
            "META-INF/aop.xml");

    private Interception() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> it.owner() == null || !it.owner().shared()).forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            Stream.concat(type.java().getAllRawInterfaces().stream(), type.java().getAllRawSuperclasses().stream())
                    .filter(it -> EXTENSIONS.matcher(it.getName()).matches())
                    .findFirst()
                    .ifPresent(it -> report(type, "", "is a " + it.getSimpleName(), findings));
            Stream.concat(type.java().getInterfaces().stream(), type.java().getSuperclass().stream())
                    .forEach(it -> examine(code, type, "", it, findings));
            for (JavaMethod method : type.java().getMethods()) {
                if (method.isAnnotatedWith(Spring.BEAN)) {
                    examine(code, type, method.getName(), method.getReturnType(), findings);
                    boolean own = Stream.concat(
                                    Stream.of(method.getRawReturnType()),
                                    method.getRawReturnType().getAllRawInterfaces().stream())
                            .anyMatch(it -> EXTENSIONS.matcher(it.getName()).matches());
                    if (own
                            && method.getRawReturnType()
                                    .getName()
                                    .matches(EXTENSIONS.pattern() + "|\\Q%s\\E.*".formatted(code.basePackage()))) {
                        report(
                                type,
                                method.getName(),
                                "makes a bean of type "
                                        + method.getRawReturnType().getSimpleName(),
                                findings);
                    }
                }
                if (method.isMetaAnnotatedWith(Spring.EVENT_LISTENER)
                        || method.isAnnotatedWith(Spring.EVENT_LISTENER)) {
                    method.getParameterTypes().stream()
                            .filter(it -> !(it instanceof JavaParameterizedType own
                                    && code.find(own.getActualTypeArguments()
                                                    .getFirst()
                                                    .toErasure())
                                            .isPresent()))
                            .map(JavaType::toErasure)
                            .filter(it -> ROW_EVENTS.matcher(it.getName()).matches()
                                    || it.getName().equals("java.lang.Object")
                                    || it.getName().equals("org.springframework.context.PayloadApplicationEvent"))
                            .findFirst()
                            .ifPresent(it -> report(
                                    type, method.getName(), "listens to %s".formatted(it.getSimpleName()), findings));
                }
            }
        });
        files(code, findings);
    }

    private static void examine(CodeBase code, CodeType type, String member, JavaType above, Findings findings) {
        if (!CALLBACKS.matcher(above.toErasure().getName()).matches()) {
            return;
        }
        JavaType argument = above instanceof JavaParameterizedType it
                ? it.getActualTypeArguments().getFirst()
                : above;
        String name = argument.toErasure().getName();
        boolean own = code.find(argument.toErasure())
                .filter(it -> it.java().isInterface()
                        ? it.owner() != null && !it.owner().shared()
                        : true)
                .isPresent();
        boolean listener = above.toErasure().getName().endsWith("ApplicationListener");
        if (!own
                && (!listener
                        || ROW_EVENTS.matcher(name).matches()
                        || name.equals("org.springframework.context.PayloadApplicationEvent"))) {
            report(
                    type,
                    member,
                    "is called for whatever is a %s"
                            .formatted(argument.toErasure().getSimpleName()),
                    findings);
        }
    }

    /** By these files something joins the application beside its one scan. */
    private static void files(CodeBase code, Findings findings) {
        for (CodeUnit unit : code.units()) {
            Path resources = unit.resources();
            if (resources != null && unit.role() != CodeUnit.Role.TECHNICAL && unit.role() != CodeUnit.Role.KERNEL) {
                FILES.stream()
                        .map(resources::resolve)
                        .filter(java.nio.file.Files::exists)
                        .forEach(it -> findings.add(
                                findings.at(it, 1),
                                String.valueOf(it.getFileName()),
                                "'%s' joins the application by the file %s.".formatted(unit.name(), it.getFileName()),
                                "It runs before and beside the application's one scan, where nobody looks.",
                                "Delete it: what is below the application's package is found by the scan."));
            }
        }
    }

    private static void report(CodeType type, String member, String what, Findings findings) {
        findings.add(
                findings.at(type, member, 0),
                what,
                "%s %s."
                        .formatted(
                                member.isEmpty()
                                        ? type.inWords()
                                        : "%s.%s of %s".formatted(type.simpleName(), member, type.place()),
                                what),
                WHY,
                INSTEAD);
    }
}
