package io.watertight.boundary.roles;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Prints the SQL that adds what is missing. */
class MissingRolesAnalyzer extends AbstractFailureAnalyzer<MissingRolesException> {

    private static final String LET_THE_MIGRATOR =
            "Or let the migrator create them (watertight.data.roles=managed); it needs createrole for that.";

    private static final String MAKE_THE_MIGRATOR = """
            Or give the migrator the attribute createrole. With docker compose, for a database that is older than the roles:

                docker compose exec postgres bash /docker-entrypoint-initdb.d/init.sh
            """;

    private final Environment environment;

    MissingRolesAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingRolesException cause) {
        String sql = cause.remedy().stream().map(it -> "    " + it + ";").collect(Collectors.joining("\n"));
        boolean provided = "provided".equalsIgnoreCase(environment.getProperty("watertight.data.roles"));
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Have a superuser of the database execute\n\n%s\n\n%s\nOr do without roles (watertight.data.roles=none). See docs/database-roles.md."
                        .formatted(sql, provided ? LET_THE_MIGRATOR : MAKE_THE_MIGRATOR),
                rootFailure);
    }
}
