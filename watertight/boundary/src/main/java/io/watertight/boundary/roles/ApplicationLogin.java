package io.watertight.boundary.roles;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks once whether the application's login has too many rights, so that a faulty statement could change any table, and whether it
 * has timeouts, which a pooler may drop.
 */
class ApplicationLogin implements HealthIndicator, ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationLogin.class);

    private static final String CHECK = """
            select session_user as login,
                   (select rolsuper from pg_roles where rolname = session_user) as superuser,
                   exists (select
                           from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where c.relkind in ('r', 'p')
                             and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                             and pg_has_role(session_user, c.relowner, 'member')) as owner,
                   (select string_agg(name, ', ' order by name)
                      from pg_settings
                     where name in ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')
                       and setting = '0') as unlimited""";

    private final JdbcClient jdbc;
    private volatile String warning = "";

    ApplicationLogin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        warning = jdbc.sql(CHECK).query(Login.class).single().warning();
        if (!warning.isEmpty()) {
            LOG.warn(warning);
        }
    }

    @Override
    public Health health() {
        return warning.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("warning", warning).build();
    }

    /**
     * @param unlimited the timeouts that are not set; {@code null} if all are
     */
    private record Login(
            String login,
            boolean superuser,
            boolean owner,
            @Nullable String unlimited) {

        String warning() {
            String rights = superuser || owner
                    ? "The application's database login '%s' is %s, so modules are not kept from each other's tables. Use a login without rights of its own, as docker/postgres/init.sh creates it. See docs/database-roles.md. "
                            .formatted(login, superuser ? "a superuser" : "one that owns tables, as the migrator does")
                    : "";
            String timeouts = unlimited == null
                    ? ""
                    : "Statements may wait or run indefinitely, because these settings have no effect: %s. Set them on the application's login, as docs/production.md says under PgBouncer."
                            .formatted(unlimited);
            return (rights + timeouts).strip();
        }
    }
}
