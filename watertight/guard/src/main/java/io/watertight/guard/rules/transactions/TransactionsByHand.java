package io.watertight.guard.rules.transactions;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Bans;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Set;

/** Names of types are enough: who never holds a manager, a template or a status cannot end anybody's transaction. */
final class TransactionsByHand implements Rule {

    private static final String WHY =
            "Who begins, commits or rolls back by hand ends a transaction that others are part of, or leaves it.";
    private static final String INSTEAD =
            "Put the work into a method of a package-private bean and annotate that with @Transactional; to roll back, throw.";
    private static final List<Ban> BANS = List.of(
            Ban.onTypes(
                            List.of(
                                    "org.springframework.transaction.PlatformTransactionManager",
                                    "org.springframework.transaction.TransactionManager",
                                    "org.springframework.transaction.ReactiveTransactionManager",
                                    "org.springframework.transaction.ReactiveTransaction",
                                    "org.springframework.transaction.ConfigurableTransactionManager",
                                    "org.springframework.transaction.TransactionDefinition",
                                    "org.springframework.transaction.TransactionStatus",
                                    "org.springframework.transaction.TransactionExecution",
                                    "org.springframework.transaction.SavepointManager",
                                    "org.springframework.transaction.annotation.",
                                    "org.springframework.transaction.config.",
                                    "org.springframework.transaction.interceptor.",
                                    "org.springframework.transaction.jta.",
                                    "org.springframework.transaction.reactive.",
                                    "org.springframework.transaction.support.",
                                    "org.springframework.jdbc.datasource.ConnectionHolder",
                                    "org.springframework.jdbc.datasource.DataSourceTransactionManager",
                                    "org.springframework.jdbc.datasource.JdbcTransactionObjectSupport",
                                    "org.springframework.jdbc.support.JdbcTransactionManager",
                                    "jakarta.transaction.Transaction",
                                    "jakarta.transaction.TransactionManager",
                                    "jakarta.transaction.TransactionSynchronizationRegistry",
                                    "jakarta.transaction.UserTransaction"),
                            WHY,
                            INSTEAD)
                    .but(
                            "org.springframework.transaction.annotation.EnableTransactionManagement",
                            "org.springframework.transaction.annotation.Isolation",
                            "org.springframework.transaction.annotation.Propagation",
                            "org.springframework.transaction.annotation.RollbackOn",
                            "org.springframework.transaction.annotation.Transactional",
                            "org.springframework.transaction.support.TransactionSynchronization",
                            "org.springframework.transaction.support.TransactionSynchronizationManager"),
            Ban.onMethods(
                    List.of("org.springframework.transaction.support.TransactionSynchronizationManager"),
                    Set.of(
                            "bindResource",
                            "unbindResource",
                            "unbindResourceIfPossible",
                            "bindSynchronizedResource",
                            "getResource",
                            "getResourceMap",
                            "initSynchronization",
                            "clearSynchronization",
                            "clear",
                            "setCurrentTransactionName",
                            "setCurrentTransactionReadOnly",
                            "setCurrentTransactionIsolationLevel",
                            "setActualTransactionActive"),
                    "The connection and its role are bound there; who swaps them works under somebody else's name.",
                    INSTEAD),
            Ban.onMethods(
                    List.of(
                            "java.sql.Connection",
                            "org.postgresql.",
                            "com.zaxxer.hikari.",
                            "javax.sql.",
                            "oracle.jdbc."),
                    Set.of(
                            "commit",
                            "rollback",
                            "setAutoCommit",
                            "setSavepoint",
                            "releaseSavepoint",
                            "setTransactionIsolation"),
                    WHY,
                    INSTEAD));
    private static final List<Ban> OWN_CONNECTIONS = List.of(Ban.onTypes(
            List.of(
                    "java.sql.DriverManager",
                    "java.sql.Driver",
                    "com.zaxxer.hikari.",
                    "org.postgresql.ds.",
                    "org.postgresql.Driver",
                    "org.springframework.boot.jdbc.DataSourceBuilder",
                    "org.springframework.jdbc.datasource.AbstractDriverBasedDataSource",
                    "org.springframework.jdbc.datasource.DriverManagerDataSource",
                    "org.springframework.jdbc.datasource.SimpleDriverDataSource",
                    "org.springframework.jdbc.datasource.SingleConnectionDataSource",
                    "org.springframework.jdbc.datasource.UserCredentialsDataSourceAdapter"),
            "A connection of one's own is outside of the caller's transaction and bears another login than the module's role.",
            "Have a JdbcClient, a JdbcTemplate or a repository injected: they use the connection of the transaction."));

    @Override
    public String id() {
        return "no-transaction-by-hand";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.TRANSACTIONS;
    }

    @Override
    public String promise() {
        return "nobody begins, commits or rolls back a transaction by hand";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Bans everywhere = new Bans(code, findings, BANS);
        Bans outsideOfTheApplication = new Bans(code, findings, OWN_CONNECTIONS);
        code.guardedClasses().forEach(it -> {
            everywhere.examine(it);
            if (!isConfiguring(it)) {
                outsideOfTheApplication.examine(it);
            }
        });
    }

    /** Somewhere an application says what it connects to. */
    private static boolean isConfiguring(CodeClass type) {
        return type.actor() == null && type.unit().role() == Role.APPLICATION;
    }
}
