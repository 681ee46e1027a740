package io.watertight.guard.rules.database;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import javax.sql.DataSource;

/** The rules that need a migrated database; any login will do, for only the catalog is read. */
public final class DatabaseRules {

    private static final List<DatabaseRule> RULES =
            List.of(new TieBetweenSchemas(), new ForeignOwner(), new ForeignRight(), new SharedLogin());

    private DatabaseRules() {}

    public static List<Rule.About> all() {
        return RULES.stream().map(DatabaseRule::about).toList();
    }

    /** {@return what each rule found} */
    public static Map<Rule.About, Findings> examine(CodeBase code, DataSource migrated) {
        Map<Rule.About, Findings> found = new LinkedHashMap<>();
        try (Connection connection = migrated.getConnection()) {
            Catalog catalog = new Catalog(connection, code);
            for (DatabaseRule rule : RULES) {
                Findings findings = new Findings(code, rule.about());
                rule.examine(code, catalog, findings);
                found.put(rule.about(), findings);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database's catalog cannot be read", e);
        }
        return found;
    }
}
