package io.watertight.boundary.data;

import java.io.Serial;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database whose one history held the migrations of the toolkit and of the application together. */
final class OlderLayout {

    private OlderLayout() {}

    /**
     * @throws Found if it is one
     */
    static void refuse(Configuration configuration) {
        JdbcClient database = JdbcClient.create(configuration.getDataSource());
        String history = "%s.%s".formatted(configuration.getDefaultSchema(), configuration.getTable());
        boolean isThere = database.sql("select to_regclass(?) is not null")
                .param(history)
                .query(Boolean.class)
                .single();
        if (isThere
                && database.sql("select exists (select from %s where script = 'V1__event_registry.sql')"
                                .formatted(history))
                        .query(Boolean.class)
                        .single()) {
            throw new Found();
        }
    }

    /** Nothing was released with that layout, so nothing takes its data over. */
    static final class Found extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Found() {
            super("The database was made by a version of the toolkit from before 0.2.0.");
        }
    }
}
