package io.watertight.guard.rules;

import static io.watertight.guard.Level.CORE;
import static io.watertight.guard.Level.STRICT;
import static io.watertight.guard.RuleGroup.BUILD;
import static io.watertight.guard.RuleGroup.DATA;
import static io.watertight.guard.RuleGroup.DETOURS;
import static io.watertight.guard.RuleGroup.EVENTS;
import static io.watertight.guard.RuleGroup.EXPORTS;
import static io.watertight.guard.RuleGroup.SQL;
import static io.watertight.guard.RuleGroup.STRUCTURE;
import static io.watertight.guard.RuleGroup.SUPPRESSION;
import static io.watertight.guard.RuleGroup.TRANSACTIONS;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All rules, the most telling first: where two see the same thing, the first one speaks. */
public final class RuleCatalog {

    private RuleCatalog() {}

    /** {@return the rules on code} */
    public static List<Rule> rules() {
        return List.of(
                rule("foreign-data", DATA, CORE, ForeignData::examine),
                rule("foreign-table", DATA, CORE, ForeignTable::examine),
                rule("shared-table", DATA, CORE, SharedTable::examine),
                rule("foreign-test-data", DATA, CORE, ForeignTestData::examine),
                rule("generic-repository", DATA, CORE, GenericRepository::examine),
                rule("functional-bean", DATA, CORE, FunctionalBean::examine),
                rule("exposed-data", DATA, STRICT, ExposedData::examine),
                rule("bean-lookup", DATA, STRICT, BeanLookup::examine),
                rule(
                        "data-access-outside-module",
                        DATA,
                        STRICT,
                        DataAccessOutsideModule::examine,
                        "foreign-data",
                        "foreign-table",
                        "generic-repository",
                        "exposed-data",
                        "pure-kernel",
                        "vague-export",
                        "second-connection",
                        "interception",
                        "bean-lookup"),
                rule("second-connection", DATA, STRICT, SecondConnection::examine),
                rule("foreign-migration", SQL, CORE, ForeignMigration::examine),
                rule("session-switch", SQL, STRICT, SessionSwitch::examine),
                rule("unreadable-sql", SQL, STRICT, UnreadableSql::examine, "foreign-table", "session-switch"),
                rule("entity-leaving-module", EXPORTS, CORE, EntityLeavingModule::examine),
                rule("live-object", EXPORTS, CORE, LiveObject::examine),
                rule("vague-export", EXPORTS, STRICT, VagueExport::examine, "exposed-data"),
                rule("mutable-export", EXPORTS, STRICT, MutableExport::examine, "live-object", "exposed-data"),
                rule("crud-export", EXPORTS, STRICT, CrudExport::examine, "exposed-data"),
                rule("borrowed-package", STRUCTURE, CORE, BorrowedPackage::examine),
                rule("foreign-internals", STRUCTURE, CORE, ForeignInternals::examine),
                rule("port-in-kernel", STRUCTURE, CORE, PortInKernel::examine),
                rule(
                        "undeclared-dependency",
                        STRUCTURE,
                        CORE,
                        UndeclaredDependency::examine,
                        "foreign-data",
                        "foreign-internals"),
                rule("module-cycle", STRUCTURE, CORE, ModuleCycle::examine),
                rule("missing-declaration", STRUCTURE, STRICT, MissingDeclaration::examine),
                rule("public-internals", STRUCTURE, STRICT, PublicInternals::examine),
                rule("pure-kernel", STRUCTURE, STRICT, PureKernel::examine),
                rule("module-census", STRUCTURE, STRICT, ModuleCensus::examine),
                rule("foreign-event", EVENTS, STRICT, ForeignEvent::examine, "foreign-table"),
                rule("unregistered-listener", EVENTS, STRICT, UnregisteredListener::examine),
                rule("foreign-implementation", EVENTS, STRICT, ForeignImplementation::examine),
                rule("separate-transaction", TRANSACTIONS, STRICT, SeparateTransaction::examine, "second-connection"),
                rule("reflection", DETOURS, STRICT, Reflection::examine),
                rule(
                        "interception",
                        DETOURS,
                        STRICT,
                        Interception::examine,
                        "foreign-data",
                        "second-connection",
                        "reflection"),
                rule(
                        "package-scan",
                        DETOURS,
                        STRICT,
                        PackageScan::examine,
                        "foreign-data",
                        "foreign-internals",
                        "interception"),
                rule("muted-guard", SUPPRESSION, CORE, MutedGuard::examine),
                rule("false-generated", SUPPRESSION, CORE, FalseGenerated::examine),
                rule("loosened-module", SUPPRESSION, STRICT, LoosenedModule::examine),
                rule("loosened-setting", SUPPRESSION, STRICT, LoosenedSetting::examine),
                rule("skipped-check", BUILD, CORE, SkippedCheck::examine),
                rule("module-pom", BUILD, STRICT, ModulePom::examine));
    }

    /**
     * {@return the rules that read the catalog of a migrated PostgreSQL; any login will do}
     *
     * @param migrated null if nobody will examine anything
     */
    public static List<Rule> databaseRules(@Nullable DataSource migrated) {
        return List.of(
                database("tie-between-schemas", CORE, TieBetweenSchemas::examine, migrated),
                database("foreign-owner", STRICT, ForeignOwner::examine, migrated),
                database("foreign-right", STRICT, ForeignRight::examine, migrated),
                database("shared-login", CORE, SharedLogin::examine, migrated));
    }

    /** {@return the rule that watches over exceptions, which is examined where they are read} */
    public static Rule exceptions() {
        return rule("stale-exception", SUPPRESSION, CORE, (_, _) -> {});
    }

    private static Rule rule(
            String id, RuleGroup group, Level level, BiConsumer<CodeBase, Findings> examination, String... yieldsTo) {
        return new Rule(id, group, level, RulePage.of(id), examination, Set.of(yieldsTo));
    }

    private static Rule database(String id, Level level, OnDatabase examination, @Nullable DataSource migrated) {
        return rule(id, DATA, level, (code, findings) -> {
            try (Connection connection =
                    java.util.Objects.requireNonNull(migrated).getConnection()) {
                examination.examine(code, new Catalog(connection, code), findings);
            } catch (SQLException e) {
                throw new IllegalStateException("The database's catalog cannot be read", e);
            }
        });
    }

    private interface OnDatabase {
        void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException;
    }
}
