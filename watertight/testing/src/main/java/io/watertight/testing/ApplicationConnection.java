package io.watertight.testing;

import java.util.function.Supplier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The application's connection: it logs in as {@link Login#APPLICATION}. */
record ApplicationConnection(Supplier<String> url) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return Login.APPLICATION.role();
    }

    @Override
    public String getPassword() {
        return Login.APPLICATION.password();
    }

    @Override
    public String getJdbcUrl() {
        return url.get();
    }
}
