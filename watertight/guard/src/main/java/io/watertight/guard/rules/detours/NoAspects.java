package io.watertight.guard.rules.detours;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Bans;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Set;

/** What wraps, replaces or adds beans of others does so without naming them. Filters and interceptors of HTTP are none. */
final class NoAspects implements Rule {

    private static final String WRAPPED =
            "It gets hold of beans that it does not name, repositories of other modules among them, and stands between callers.";
    private static final String ADDED =
            "It adds, changes or replaces beans of every module, and no arrow and no bytecode tells which.";
    private static final String DECLARED =
            "Declare the bean: a package-private @Component, or a @Bean method for a type of a library.";

    private static final List<String> CONTAINER_HOOKS = List.of(
            "org.springframework.beans.factory.config.BeanPostProcessor",
            "org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor",
            "org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor",
            "org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor",
            "org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor",
            "org.springframework.beans.factory.config.BeanFactoryPostProcessor",
            "org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor");

    private static final List<Ban> BANS = List.of(
            Ban.onTypes(
                            List.of(
                                    "org.aspectj.",
                                    "org.aopalliance.",
                                    "org.springframework.aop.",
                                    "jakarta.interceptor."),
                            WRAPPED,
                            "Write the call where it belongs. What is for all requests is a filter; what is for all modules is the platform's.")
                    .but(
                            "org.aopalliance.intercept.Joinpoint",
                            "org.aopalliance.intercept.MethodInvocation",
                            "org.springframework.aop.framework.AopContext",
                            "org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler",
                            "org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler",
                            "org.springframework.aop.support.AopUtils"),
            Ban.onTypes(
                    List.of(
                            "org.springframework.context.annotation.EnableAspectJAutoProxy",
                            "org.springframework.context.annotation.EnableLoadTimeWeaving",
                            "org.springframework.context.weaving.",
                            "org.springframework.instrument."),
                    WRAPPED,
                    "Remove it: Spring Boot proxies what its own annotations need."),
            Ban.onTypes(
                    CONTAINER_HOOKS,
                    WRAPPED,
                    "Have the bean injected that is meant, or let the module that owns it do it in its constructor."),
            Ban.onTypes(
                    List.of(
                            "org.springframework.beans.factory.BeanRegistrar",
                            "org.springframework.beans.factory.BeanRegistry",
                            "org.springframework.beans.factory.config.AutowireCapableBeanFactory",
                            "org.springframework.beans.factory.config.BeanDefinition",
                            "org.springframework.beans.factory.config.ConfigurableBeanFactory",
                            "org.springframework.beans.factory.config.ConfigurableListableBeanFactory",
                            "org.springframework.beans.factory.config.MethodInvokingFactoryBean",
                            "org.springframework.beans.factory.config.MethodInvokingBean",
                            "org.springframework.beans.factory.config.SingletonBeanRegistry",
                            "org.springframework.beans.factory.support.",
                            "org.springframework.beans.factory.xml.",
                            "org.springframework.beans.factory.groovy.",
                            "org.springframework.boot.bootstrap.",
                            "org.springframework.boot.BootstrapRegistryInitializer",
                            "org.springframework.boot.EnvironmentPostProcessor",
                            "org.springframework.boot.env.EnvironmentPostProcessor",
                            "org.springframework.boot.SpringApplicationRunListener",
                            "org.springframework.boot.SpringBootExceptionReporter",
                            "org.springframework.boot.autoconfigure.AutoConfigurationImportFilter",
                            "org.springframework.boot.autoconfigure.AutoConfigurationImportListener",
                            "org.springframework.boot.builder.SpringApplicationBuilder",
                            "org.springframework.context.ApplicationContextInitializer",
                            "org.springframework.context.annotation.AnnotationBeanNameGenerator",
                            "org.springframework.context.annotation.AnnotatedBeanDefinitionReader",
                            "org.springframework.context.annotation.AnnotationConfigApplicationContext",
                            "org.springframework.context.annotation.DeferredImportSelector",
                            "org.springframework.context.annotation.ImportBeanDefinitionRegistrar",
                            "org.springframework.context.annotation.ImportSelector",
                            "org.springframework.context.support.AbstractApplicationContext",
                            "org.springframework.context.support.ClassPathXmlApplicationContext",
                            "org.springframework.context.support.GenericApplicationContext",
                            "org.springframework.context.support.GenericGroovyApplicationContext",
                            "org.springframework.context.support.GenericXmlApplicationContext",
                            "org.springframework.web.context.support.AnnotationConfigWebApplicationContext",
                            "org.springframework.web.context.support.GenericWebApplicationContext"),
                    ADDED,
                    DECLARED));

    @Override
    public String id() {
        return "no-aspects";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DETOURS;
    }

    @Override
    public String promise() {
        return "nobody wraps, replaces or adds beans behind their module's back";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Bans bans = new Bans(code, findings, BANS);
        code.guardedClasses().forEach(it -> {
            bans.examine(it);
            examineSuperTypes(code, it, findings);
        });
        for (Resource resource : Resource.of(code)) {
            if (isHook(resource.entry())) {
                findings.violation(
                        resource.where(code, 1),
                        "There is a file %s in %s.".formatted(resource.entry(), resource.room()),
                        ADDED,
                        "Delete it. Components of a module are found by Spring Boot's own scan; what is technical lies in the platform.");
            }
        }
    }

    /** By a library's base class; that a library's own post-processor is declared as a bean is nobody's harm. */
    private static void examineSuperTypes(Codebase code, CodeClass type, Findings findings) {
        Set<String> named = Set.copyOf(type.facts().interfaces());
        CONTAINER_HOOKS.stream()
                .filter(it -> type.type().isAssignableTo(it) && !named.contains(it))
                .findFirst()
                .filter(_ -> CONTAINER_HOOKS.stream().noneMatch(named::contains))
                .ifPresent(it -> findings.violation(
                        code.where(type),
                        "%s of %s is a %s."
                                .formatted(type.simpleName(), code.roomOf(type), it.substring(it.lastIndexOf('.') + 1)),
                        WRAPPED,
                        DECLARED));
    }

    private static boolean isHook(String entry) {
        return entry.equals("META-INF/spring.factories")
                || entry.equals("META-INF/spring.components")
                || entry.matches("META-INF/spring/[^/]+\\.(imports|replacements)")
                || entry.matches("META-INF/aop(-ajc)?\\.xml")
                || entry.startsWith("META-INF/services/org.springframework.")
                || entry.startsWith("META-INF/services/org.flywaydb.")
                || entry.equals("META-INF/services/java.sql.Driver")
                || entry.equals("META-INF/services/javax.script.ScriptEngineFactory");
    }
}
