package io.watertight.testing;

import io.watertight.testing.Login.ApplicationConnection;
import io.watertight.testing.Login.MigratorConnection;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives a test context its own database; a context without a DataSource never creates it. */
record TestDatabaseContextCustomizer() implements ContextCustomizer, ContextCustomizerFactory {

    private static final String DATABASE = "testDatabase";

    /** For every test, without any annotation. */
    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return this;
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        if (context instanceof GenericApplicationContext registry) {
            var database = new WholeDatabase();
            registry.registerBean(DATABASE, WholeDatabase.class, () -> database, it -> it.setDestroyMethodName("drop"));
            registry.registerBean(
                    "testDatabaseApplicationConnection",
                    ApplicationConnection.class,
                    () -> new ApplicationConnection(database::jdbcUrl),
                    TestDatabaseContextCustomizer::describe);
            registry.registerBean(
                    "testDatabaseMigratorConnection",
                    MigratorConnection.class,
                    () -> new MigratorConnection(database::jdbcUrl),
                    TestDatabaseContextCustomizer::describe);
        }
    }

    /** A test's own connection wins, the DataSource closes before its database, and slices keep the DataSource. */
    private static void describe(BeanDefinition definition) {
        definition.setFallback(true);
        definition.setDependsOn(DATABASE);
        new ContainerImageMetadata(PostgresServer.IMAGE).addTo(definition);
    }
}
