package io.watertight.testing;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives a test context its own database; a context without a DataSource never creates it. */
record TestDatabaseContextCustomizer() implements ContextCustomizer {

    private static final String DATABASE = "testDatabase";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        if (context instanceof GenericApplicationContext registry) {
            var database = new TestDatabase();
            registry.registerBean(DATABASE, TestDatabase.class, () -> database);
            registry.registerBean(WholeDatabase.class, () -> new WholeDatabase(database));
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
        new ContainerImageMetadata(ContainerPostgresServer.IMAGE).addTo(definition);
    }
}
