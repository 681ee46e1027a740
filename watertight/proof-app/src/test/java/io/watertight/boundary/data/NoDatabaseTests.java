package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.proof.TestApplication;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoDatabaseTests {

    @Test
    void theClassCacheOfAnImageIsTrainedWithoutADatabase() {
        assertThatExceptionOfType(AbandonedRunException.class)
                .isThrownBy(() -> SpringApplication.withHook(
                        _ -> new EndsWhenItsBeansAreThere(),
                        () -> SpringApplication.run(
                                TestApplication.class,
                                "--spring.context.exit=onRefresh",
                                "--spring.flyway.enabled=false",
                                "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                                "--watertight.accounts.local=true",
                                "--server.port=0")))
                .satisfies(it -> {
                    try (ConfigurableApplicationContext application =
                            Objects.requireNonNull(it.getApplicationContext())) {
                        JdbcClient database = JdbcClient.create(application.getBean(DataSource.class));
                        assertThatExceptionOfType(Exception.class)
                                .isThrownBy(() -> database.sql("select 1").query().singleValue())
                                .withRootCauseInstanceOf(SQLFeatureNotSupportedException.class);
                    }
                });
    }

    private static final class EndsWhenItsBeansAreThere implements SpringApplicationRunListener {

        @Override
        public void started(ConfigurableApplicationContext application, @Nullable Duration taken) {
            throw new AbandonedRunException(application);
        }
    }
}
