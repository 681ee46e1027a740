package io.watertight.security.sessions;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Spring Session as Spring Boot configures it, with the toolkit's own table. */
@AutoConfiguration
@ConditionalOnWebApplication
class SessionsAutoConfiguration {

    private static final String TABLE = "sessions.session";

    /** After Spring Boot's own customizer, and before the one that fills the name in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> tableOfSessions() {
        return sessions -> sessions.setTableName(TABLE);
    }

    /** Two requests of one browser may store the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService(BeanFactory beans) {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(
                byte[].class,
                Object.class,
                new LenientDeserializer(
                        getClass().getClassLoader(),
                        AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of()));
        return conversions;
    }
}
