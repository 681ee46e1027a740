package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.proof.TestApplication;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class NoDatabaseTests {

    @Test
    void theClassCacheOfAnImageIsTrainedWithoutADatabase() throws Exception {
        try (var application = new SpringApplicationBuilder(TestApplication.class)
                .run(
                        "--spring.context.exit=onRefresh",
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                        "--watertight.accounts.local=true",
                        "--server.port=0")) {
            var database = application.getBean(DataSource.class);
            try (var connection = database.getConnection()) {
                assertThatThrownBy(() -> connection.prepareStatement("select 1"))
                        .rootCause()
                        .isInstanceOf(SQLFeatureNotSupportedException.class);
            }
        }
    }
}
