package io.watertight.guard.rules.data;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.code.Constants.Text;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The strings of one class that are SQL or JPQL. */
public final class SqlTexts {

    private static final List<String> SENDERS = List.of(
            "org.springframework.jdbc.",
            "org.springframework.r2dbc.",
            "org.springframework.test.jdbc.",
            "org.springframework.orm.",
            "java.sql.",
            "jakarta.persistence.",
            "org.hibernate.");
    private static final Set<String> TAKES_SQL = Set.of(
            "sql",
            "query",
            "queryForObject",
            "queryForList",
            "queryForMap",
            "queryForRowSet",
            "queryForStream",
            "update",
            "batchUpdate",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch",
            "prepareStatement",
            "prepareCall",
            "nativeSQL",
            "createQuery",
            "createNativeQuery",
            "createNamedQuery",
            "createSelectionQuery",
            "createMutationQuery",
            "createNativeMutationQuery",
            "copyIn",
            "copyOut");
    private static final Set<String> BY_TABLE = Set.of(
            "withTableName",
            "usingTableName",
            "withSchemaName",
            "withProcedureName",
            "withFunctionName",
            "countRowsInTable",
            "countRowsInTableWhere",
            "deleteFromTables",
            "deleteFromTableWhere",
            "dropTables");
    private static final Set<String> QUERIES = Set.of(
            "Query",
            "NativeQuery",
            "NamedQuery",
            "NamedNativeQuery",
            "Sql",
            "SQL",
            "SQLDelete",
            "SQLInsert",
            "SQLUpdate",
            "Subselect",
            "Formula",
            "SQLRestriction");

    private final CodeType type;
    private final List<Call> sending;
    private final List<Call> byTable;
    private final boolean repository;

    public SqlTexts(CodeType type) {
        this.type = type;
        List<Call> ofSenders = type.calls().stream()
                .filter(it -> SENDERS.stream().anyMatch(it.owner().getName()::startsWith)
                        || it.owner().isAssignableTo("org.springframework.jdbc.core.JdbcOperations"))
                .toList();
        this.sending =
                ofSenders.stream().filter(it -> TAKES_SQL.contains(it.name())).toList();
        this.byTable =
                ofSenders.stream().filter(it -> BY_TABLE.contains(it.name())).toList();
        this.repository = Persistence.isRepository(type.java());
    }

    /** The calls that send SQL, or name a table to somebody who does. */
    public List<Call> sending() {
        List<Call> all = new ArrayList<>(sending);
        all.addAll(byTable);
        return all;
    }

    /** Calls that take a whole statement. */
    public List<Call> takingStatements() {
        return sending;
    }

    public boolean isRepository() {
        return repository;
    }

    /**
     * What is SQL: for certain where it is sent or annotated, else only if it is a valid statement, which a sentence hardly
     * ever is.
     */
    public List<Found> all() {
        Set<String> senders = sending.stream().map(Call::member).collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        type.texts().forEach(text -> {
            boolean annotated = isQuery(text);
            boolean statement = annotated || Sql.isStatement(text.value());
            boolean sent = annotated || (statement && senders.contains(text.member()));
            boolean fragment = !statement && senders.contains(text.member()) && isFragment(text.value());
            if (statement || fragment) {
                Sql sql = Sql.read(text.value());
                if (sent || fragment || sql.parsed() || isField(text)) {
                    found.add(new Found(text, sql, sent || fragment || (isField(text) && sql.parsed())));
                }
            }
        });
        return found;
    }

    private static boolean isQuery(Text text) {
        return text.annotation() != null
                && QUERIES.contains(text.annotation().replaceFirst(".*[.$]", ""))
                && (Sql.isStatement(text.value()) || text.value().contains(" "));
    }

    /** A constant of a class that sends: nobody knows where it goes, but it was not written for fun. */
    private boolean isField(Text text) {
        return (!sending.isEmpty() || repository)
                && type.java().tryGetField(text.member()).isPresent();
    }

    /** A part of a statement: {@code " join films.film f on ..."}. */
    private static boolean isFragment(String text) {
        return text.matches(
                        "(?is)\\s*(,|(left|right|inner|cross|full)?\\s*join|from|into|where|and|union|exists|order|values)\\b.*|(?is)\\s*,.*")
                && text.contains(" ");
    }

    /** Names that are given one by one: to an insert of a table, to a helper of tests, or put between parts of a statement. */
    public List<Text> bareNames(CodeBase code) {
        if (sending.isEmpty() && byTable.isEmpty()) {
            return List.of();
        }
        return type.texts()
                .filter(it -> it.value().matches("\\w+\\.\\w+")
                        || (!byTable.isEmpty() && it.value().matches("\\w+")))
                .toList();
    }

    public boolean names(String schema) {
        return type.texts().anyMatch(it -> it.value().equals(schema));
    }

    /**
     * A text.
     *
     * @param sent whether it is SQL for certain
     */
    public record Found(Text text, Sql sql, boolean sent) {}
}
