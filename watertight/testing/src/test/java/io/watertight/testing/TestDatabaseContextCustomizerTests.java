package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.watertight.testing.Login.ApplicationConnection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseContextCustomizerTests {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withInitializer(TestDatabaseContextCustomizerTests::customize)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class));

    @Test
    void isEqualForAllTestsSoThatContextsAreCached() {
        assertThat(new TestDatabaseContextCustomizer().createContextCustomizer(String.class, List.of()))
                .isEqualTo(new TestDatabaseContextCustomizer().createContextCustomizer(Integer.class, List.of()));
    }

    @Test
    void givesEveryContextADatabaseOfItsOwn() {
        contexts.run(one -> {
            client(one.getBean(DataSource.class))
                    .sql("insert into note (text) values ('one')")
                    .update();

            contexts.run(other -> assertThat(client(other.getBean(DataSource.class))
                            .sql("select text from note")
                            .query(String.class)
                            .list())
                    .isEmpty());
        });
    }

    @Test
    void dropsTheDatabaseWhenTheContextCloses() {
        contexts.run(context -> {
            var database =
                    context.getBean(JdbcConnectionDetails.class).getJdbcUrl().replaceAll(".*/", "");
            context.close();

            contexts.run(later -> assertThat(client(later.getBean(DataSource.class))
                            .sql("select datname from pg_database")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .doesNotContain(database));
        });
    }

    @Test
    void createsNoDatabaseForAContextThatAsksForNone() {
        new ApplicationContextRunner()
                .withInitializer(TestDatabaseContextCustomizerTests::customize)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class));
    }

    @Test
    void leavesPrecedenceToAConnectionOfTheTestItself() {
        var own = new ApplicationConnection(() -> "jdbc:postgresql://localhost/own");

        new ApplicationContextRunner()
                .withInitializer(TestDatabaseContextCustomizerTests::customize)
                .withBean("own", JdbcConnectionDetails.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(JdbcConnectionDetails.class)).isSameAs(own));
    }

    private static void customize(ConfigurableApplicationContext context) {
        new TestDatabaseContextCustomizer().customizeContext(context, mock());
    }

    private static JdbcClient client(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
