package io.watertight.boundary.data;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Instants as fine as PostgreSQL keeps them, and exceptions that say what PostgreSQL said. */
@AutoConfiguration
class DataAutoConfiguration {

    /** As fine as PostgreSQL keeps instants, so that what is answered now and what is read later are equal. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    /** Spring's default does not know PostgreSQL's lock time-out, and would take it for a fault of the program. */
    @Bean
    SQLExceptionTranslator postgresExceptions() {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }
}
