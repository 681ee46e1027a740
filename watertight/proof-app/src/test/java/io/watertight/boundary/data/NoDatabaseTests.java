package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.proof.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

class NoDatabaseTests {

    @Test
    void theClassCacheOfAnImageIsTrainedWithoutADatabase() {
        SpringApplication application = new SpringApplication(TestApplication.class);
        ApplicationListener<ContextRefreshedEvent> end = _ -> {
            throw new AbandonedRunException();
        };
        application.addListeners(end);

        assertThatExceptionOfType(AbandonedRunException.class)
                .isThrownBy(() -> application.run(
                        "--spring.context.exit=onRefresh",
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                        "--watertight.accounts.local=false",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.invalid",
                        "--spring.security.oauth2.resourceserver.jwt.audiences=none",
                        "--server.port=0"));
    }
}
