package io.watertight.testing;

import java.util.function.Supplier;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** Flyway's connection: it logs in as {@link Login#MIGRATOR}. */
record MigratorConnection(Supplier<String> url) implements FlywayConnectionDetails {

    @Override
    public String getUsername() {
        return Login.MIGRATOR.role();
    }

    @Override
    public String getPassword() {
        return Login.MIGRATOR.password();
    }

    @Override
    public String getJdbcUrl() {
        return url.get();
    }
}
