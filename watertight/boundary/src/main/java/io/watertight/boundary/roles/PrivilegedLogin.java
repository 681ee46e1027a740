package io.watertight.boundary.roles;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks once whether the application's login has too many rights, so that a faulty statement could change any table. */
class PrivilegedLogin implements HealthIndicator, ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PrivilegedLogin.class);

    private static final String RIGHTS = """
            select session_user as login,
                   (select rolsuper from pg_roles where rolname = session_user) as superuser,
                   exists (select
                           from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where c.relkind in ('r', 'p')
                             and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                             and pg_has_role(session_user, c.relowner, 'member')) as owner""";

    private final JdbcClient jdbc;
    private volatile String warning = "";

    PrivilegedLogin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> warnings = jdbc.sql(RIGHTS)
                .query((row, _) ->
                        warningFor(row.getString("login"), row.getBoolean("superuser"), row.getBoolean("owner")))
                .list();
        warning = warnings.getFirst();
        if (!warning.isEmpty()) {
            LOG.warn(warning);
        }
    }

    private static String warningFor(String login, boolean superuser, boolean owner) {
        if (!superuser && !owner) {
            return "";
        }
        return "The application's database login '%s' is %s, so modules are not kept from each other's tables. Use a login without rights of its own, as docker/postgres/init.sh creates it. See docs/database-roles.md"
                .formatted(login, superuser ? "a superuser" : "one that owns tables, as the migrator does");
    }

    @Override
    public Health health() {
        return warning.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("warning", warning).build();
    }
}
