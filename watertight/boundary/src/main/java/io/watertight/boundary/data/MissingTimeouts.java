package io.watertight.boundary.data;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Warns at start-up if the application's connections have no timeouts, for example because a pooler drops them. */
record MissingTimeouts(JdbcClient jdbc) {

    private static final Logger LOG = LoggerFactory.getLogger(MissingTimeouts.class);

    void report() {
        List<String> missing = jdbc.sql("""
                        select name from pg_catalog.pg_settings
                         where name in ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout') and setting = '0'
                         order by name""").query(String.class).list();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "Statements may wait or run indefinitely, because these settings have no effect: {}. Set them on the application's"
                            + " login, as docs/production.md says under PgBouncer.",
                    String.join(", ", missing));
        }
    }
}
