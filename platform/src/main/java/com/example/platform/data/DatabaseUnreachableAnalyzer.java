package com.example.platform.data;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence that the database cannot be reached, does not know the login, or does not exist. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String WRONG_LOGIN = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final Environment environment;

    DatabaseUnreachableAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String url = environment.getProperty("spring.datasource.url", "the configured address");
        String state = String.valueOf(cause.getSQLState());
        if (state.equals(WRONG_PASSWORD) || state.equals(WRONG_LOGIN)) {
            return new FailureAnalysis(
                    "The database at %s refuses the login: %s.".formatted(url, cause.getMessage()),
                    "Check spring.datasource.username/password (the application) and spring.flyway.user/password (migrations).",
                    rootFailure);
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return new FailureAnalysis(
                    "The server answers, but the database of %s does not exist.".formatted(url),
                    "Create it, with its two logins, as docker/postgres/init.sh does.",
                    rootFailure);
        }
        if (state.startsWith("08") || isNetwork(rootFailure)) {
            return new FailureAnalysis(
                    "The database at %s cannot be reached: %s".formatted(url, cause.getMessage()),
                    "Start PostgreSQL or correct spring.datasource.url. How long to wait for a database that comes late is set by"
                            + " spring.flyway.connect-retries.",
                    rootFailure);
        }
        return null;
    }

    private static boolean isNetwork(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
