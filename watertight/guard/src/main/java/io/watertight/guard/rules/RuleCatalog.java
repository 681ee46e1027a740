package io.watertight.guard.rules;

import static io.watertight.guard.Level.*;
import static io.watertight.guard.RuleGroup.*;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All rules, the most telling first: where two see the same thing, the first one speaks. */
public final class RuleCatalog {

    private RuleCatalog() {}

    public static List<Rule> rules() {
        return List.of(
                rule("foreign-data", DATA, CORE, new ForeignData()::examine),
                rule("foreign-table", DATA, CORE, inTypes(new ForeignTable()::examine)),
                rule("shared-table", DATA, CORE, new SharedTable()::examine),
                rule("foreign-test-data", DATA, CORE, each(it -> it.tests().stream(), new ForeignTestData()::examine)),
                rule("generic-repository", DATA, CORE, inGuarded(new GenericRepository()::examine)),
                rule("functional-bean", DATA, CORE, inGuarded(new FunctionalBean()::examine)),
                rule("exposed-data", DATA, STRICT, new ExposedData()::examine),
                rule("bean-lookup", DATA, STRICT, inGuarded((_, it, all) -> Ban.examine(it, Ban.LOOKUP, all))),
                rule("second-connection", DATA, STRICT, inGuarded(new SecondConnection()::examine)),
                rule("foreign-migration", SQL, CORE, new ForeignMigration()::examine),
                rule("session-switch", SQL, STRICT, new SessionSwitch()::examine),
                rule("entity-leaving-module", EXPORTS, CORE, EntityLeavingModule::examine),
                rule("live-object", EXPORTS, CORE, each(Exports::ofBusiness, new LiveObject()::examine)),
                rule("vague-export", EXPORTS, STRICT, new VagueExport()::examine),
                rule("mutable-export", EXPORTS, STRICT, each(MutableExport::types, new MutableExport()::examine)),
                rule("crud-export", EXPORTS, STRICT, new CrudExport()::examine),
                rule("borrowed-package", STRUCTURE, CORE, inTypes(new BorrowedPackage()::examine)),
                rule("foreign-internals", STRUCTURE, CORE, inTypes(new ForeignInternals()::examine)),
                rule("port-in-kernel", STRUCTURE, CORE, new PortInKernel()::examine),
                rule("undeclared-dependency", STRUCTURE, CORE, inTypes(new UndeclaredDependency()::examine)),
                rule("module-cycle", STRUCTURE, CORE, new ModuleCycle()::examine),
                rule("missing-declaration", STRUCTURE, STRICT, new MissingDeclaration()::examine),
                rule("public-internals", STRUCTURE, STRICT, new PublicInternals()::examine),
                rule("pure-kernel", STRUCTURE, STRICT, each(PureKernel::types, new PureKernel()::examine)),
                rule("module-census", STRUCTURE, STRICT, new ModuleCensus()::examine),
                rule("foreign-event", EVENTS, STRICT, new ForeignEvent()::examine),
                rule("unregistered-listener", EVENTS, STRICT, new UnregisteredListener()::examine),
                rule("foreign-implementation", EVENTS, STRICT, new ForeignImplementation()::examine),
                rule("separate-transaction", TRANSACTIONS, STRICT, inGuarded(new SeparateTransaction()::examine)),
                rule("reflection", DETOURS, STRICT, inGuarded((_, it, all) -> Ban.examine(it, Ban.REFLECTION, all))),
                rule("interception", DETOURS, STRICT, new Interception()::examine),
                rule("package-scan", DETOURS, STRICT, new PackageScan()::examine),
                rule("muted-guard", SUPPRESSION, CORE, new MutedGuard()::examine),
                rule("loosened-module", SUPPRESSION, STRICT, new LoosenedModule()::examine),
                rule("loosened-setting", SUPPRESSION, STRICT, new LoosenedSetting()::examine),
                rule("skipped-check", BUILD, CORE, SkippedCheck::examine));
    }

    /**
     * {@return the rules that read the catalog of a migrated PostgreSQL; any login will do}
     *
     * @param migrated null if nobody will examine anything
     */
    public static List<Rule> databaseRules(@Nullable DataSource migrated) {
        return List.of(
                database("tie-between-schemas", CORE, new TieBetweenSchemas()::examine, migrated),
                database("foreign-right", STRICT, new ForeignRight()::examine, migrated),
                database("shared-login", CORE, new SharedLogin()::examine, migrated));
    }

    /** {@return the rule that watches over exceptions, which is examined where they are read} */
    public static Rule exceptions() {
        return rule("stale-exception", SUPPRESSION, CORE, (_, _) -> {});
    }

    private static Rule rule(String id, RuleGroup group, Level level, BiConsumer<CodeBase, Findings> examination) {
        return new Rule(id, group, level, RulePage.of(id), examination);
    }

    private static BiConsumer<CodeBase, Findings> inTypes(OnClass examination) {
        return each(it -> it.types().stream(), examination);
    }

    private static BiConsumer<CodeBase, Findings> inGuarded(OnClass examination) {
        return each(CodeBase::guarded, examination);
    }

    private static BiConsumer<CodeBase, Findings> each(Function<CodeBase, Stream<CodeType>> from, OnClass examination) {
        return (code, findings) -> from.apply(code).forEach(type -> {
            findings.examined(type);
            examination.examine(code, type, findings);
        });
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

    private interface OnClass {
        void examine(CodeBase code, CodeType type, Findings findings);
    }

    private interface OnDatabase {
        void examine(CodeBase code, Catalog catalog, Findings findings) throws SQLException;
    }
}
