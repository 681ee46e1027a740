package io.watertight.guard.rules.database;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The rules that need a migrated PostgreSQL; any login will do, for only the catalog is read. */
public final class DatabaseRules {

    private DatabaseRules() {}

    /** {@return the rules on that database} */
    public static List<Rule> rules(Supplier<DataSource> migrated) {
        return List.of(
                rule(
                        "tie-between-schemas",
                        Level.CORE,
                        "nothing in one module's schema refers to another schema, and no function lends its owner's"
                                + " rights",
                        TieBetweenSchemas::examine,
                        migrated),
                rule(
                        "foreign-owner",
                        Level.STRICT,
                        "each schema and all that is in it belong to the owner role of its module, which nobody logs"
                                + " in as",
                        ForeignOwner::examine,
                        migrated),
                rule(
                        "foreign-right",
                        Level.STRICT,
                        "a module's tables are for its own two roles, and no role is a member of another module's",
                        ForeignRight::examine,
                        migrated),
                rule(
                        "shared-login",
                        Level.CORE,
                        "the application is no superuser, and its login alone does not open every module's tables",
                        SharedLogin::examine,
                        migrated));
    }

    private static Rule rule(
            String id, Level level, String promise, Examination examination, Supplier<DataSource> migrated) {
        return new Rule(id, RuleGroup.DATA, level, promise, (code, findings) -> {
            try (Connection connection = migrated.get().getConnection()) {
                examination.examine(code, new Catalog(connection, code), findings);
            } catch (SQLException e) {
                throw new IllegalStateException("The database's catalog cannot be read", e);
            }
        });
    }

    private interface Examination {

        void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException;
    }
}
