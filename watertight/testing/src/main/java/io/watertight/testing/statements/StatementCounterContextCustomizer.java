package io.watertight.testing.statements;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;

/** Gives a test context a {@link StatementCounter}. */
record StatementCounterContextCustomizer() implements ContextCustomizer, ContextCustomizerFactory {

    private static final boolean SERVLET_PRESENT =
            isPresent("jakarta.servlet.Filter") && isPresent("org.springframework.web.context.WebApplicationContext");

    /** The pool hands this to the driver of PostgreSQL. */
    private static final String SOCKETS =
            "spring.datasource.hikari.data-source-properties[socketFactory]=" + CountingSocketFactory.class.getName();

    /** For every test, without any annotation. */
    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return this;
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        if (context instanceof GenericApplicationContext registry) {
            var counter = new StatementCounter();
            registry.registerBean(StatementCounter.class, () -> counter);
            registry.registerBean(CountingDataSourcePostProcessor.class, CountingDataSourcePostProcessor::new);
            TestPropertyValues.of(SOCKETS).applyTo(context);
            if (SERVLET_PRESENT) {
                Web.register(registry, counter);
            }
        }
    }

    private static boolean isPresent(String className) {
        return ClassUtils.isPresent(className, StatementCounterContextCustomizer.class.getClassLoader());
    }

    /** Separate, because its types may be absent. */
    private static final class Web {

        static void register(GenericApplicationContext registry, StatementCounter counter) {
            if (registry instanceof WebApplicationContext) {
                registry.registerBean(StatementCountingFilter.class, () -> new StatementCountingFilter(counter));
            }
        }
    }
}
