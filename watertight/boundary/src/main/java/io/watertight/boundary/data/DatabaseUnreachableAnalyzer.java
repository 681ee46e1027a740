package io.watertight.boundary.data;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/** Explains that the database cannot be reached, refuses the login, or does not exist. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String WRONG_LOGIN = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String CONNECTION_PROBLEMS = "08";
    private static final String REFUSED_BY_A_POOLER = "unsupported startup parameter";
    private static final String STARTING_OR_STOPPING = "57P03";

    private final Environment environment;

    DatabaseUnreachableAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (findCause(rootFailure, FailureAnalyzedException.class) != null) {
            return null;
        }
        String state = String.valueOf(cause.getSQLState());
        if (state.equals(WRONG_PASSWORD) || state.equals(WRONG_LOGIN)) {
            return new FailureAnalysis(
                    "The database at %s refuses the login: %s."
                            .formatted(address(), withoutFullStop(String.valueOf(cause.getMessage()))),
                    "Check spring.datasource.username/password (the application) and spring.flyway.user/password (migrations).",
                    rootFailure);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new FailureAnalysis(
                    "The server at %s responds, but has no such database.".formatted(address()),
                    "Create it, with its two logins, as docker/postgres/init.sh does.",
                    rootFailure);
        }
        if (String.valueOf(cause.getMessage()).contains(REFUSED_BY_A_POOLER)) {
            return new FailureAnalysis(
                    "A connection pooler at %s refuses the settings that the application sends when it connects: %s."
                            .formatted(address(), withoutFullStop(String.valueOf(cause.getMessage()))),
                    "Let the pooler ignore them (PgBouncer: ignore_startup_parameters = options) and set the timeouts on the"
                            + " application's login. See docs/production.md, \"PgBouncer\".",
                    rootFailure);
        }
        String reason = reasonFor(cause, state);
        return reason == null
                ? null
                : new FailureAnalysis(
                        "The database at %s cannot be reached: %s.".formatted(address(), withoutFullStop(reason)),
                        "Start PostgreSQL or correct spring.datasource.url. How long to wait for a database that starts late is set by"
                                + " spring.flyway.connect-retries.",
                        rootFailure);
    }

    /** Without parameters, which may contain a password. */
    private String address() {
        return environment
                .getProperty("spring.datasource.url", "the configured address")
                .replaceFirst("\\?.*", "");
    }

    private static String withoutFullStop(String sentence) {
        return sentence.replaceFirst("\\.\\s*$", "");
    }

    private static @Nullable String reasonFor(SQLException failure, String state) {
        return switch (NestedExceptionUtils.getMostSpecificCause(failure)) {
            case ConnectException _ -> "nothing listens on that port";
            case UnknownHostException _ -> "its host is unknown";
            case SocketTimeoutException _ -> "it does not respond in time";
            default ->
                state.startsWith(CONNECTION_PROBLEMS) || state.equals(STARTING_OR_STOPPING)
                        ? String.valueOf(failure.getMessage())
                        : null;
        };
    }
}
