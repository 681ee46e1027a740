package io.watertight.guard.rules;

import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Constants.Text;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The strings of one class that are SQL or JPQL. */
final class SqlTexts {

    private static final Pattern SENDERS = Pattern.compile(
            "(org\\.(springframework\\.(jdbc|r2dbc|test\\.jdbc|orm)|hibernate)|java\\.sql|jakarta\\.persistence)\\..*");
    private static final Pattern TAKES_SQL = Pattern.compile(
            "sql|query|queryFor\\w+|(batch)?[uU]pdate|execute(Query|(Large)?Update)?|addBatch|prepare(Statement|Call)|nativeSQL|create(Native|Named|Selection|Mutation|NativeMutation)?Query|copy(In|Out)");
    private static final Pattern BY_TABLE = Pattern.compile(
            "(with|using)(Table|Schema|Procedure|Function)Name|countRowsInTable(Where)?|deleteFromTables?(Where)?|dropTables");
    private static final Pattern QUERIES = Pattern.compile(
            ".*[.$](Query|NativeQuery|NamedQuery|NamedNativeQuery|Sql|SQL|SQLDelete|SQLInsert|SQLUpdate|Subselect|Formula|SQLRestriction)");
    /** A part of a statement: {@code " join films.film f on ..."}. */
    private static final Pattern FRAGMENT = Pattern.compile(
            "\\s*(,|(left|right|inner|cross|full)?\\s*join|from|into|where|and|union|exists|order|values)\\b.* .*|\\s*,.* .*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final CodeType type;
    private final List<Call> sending;
    private final boolean byTable;
    private final boolean repository;

    SqlTexts(CodeType type) {
        this.type = type;
        List<Call> ofSenders = type.calls().stream()
                .filter(it -> SENDERS.matcher(it.owner().getName()).matches()
                        || it.owner().isAssignableTo("org.springframework.jdbc.core.JdbcOperations"))
                .toList();
        this.sending = ofSenders.stream()
                .filter(it -> TAKES_SQL.matcher(it.name()).matches())
                .toList();
        this.byTable =
                ofSenders.stream().anyMatch(it -> BY_TABLE.matcher(it.name()).matches());
        this.repository = Persistence.isRepository(type.java());
    }

    /**
     * What is SQL: for certain where it is sent or annotated, else only if it is a valid statement, which a sentence hardly
     * ever is.
     */
    List<Found> all() {
        Set<String> senders = sending.stream().map(Call::member).collect(Collectors.toSet());
        List<Found> found = new ArrayList<>();
        type.texts().forEach(text -> {
            boolean annotated = isQuery(text);
            boolean statement = annotated || Sql.isStatement(text.value());
            boolean sent = annotated
                    || (senders.contains(text.member())
                            && (statement || FRAGMENT.matcher(text.value()).matches()));
            if (statement || sent) {
                Sql sql = Sql.read(text.value());
                if (sent || sql.parsed() || isField(text)) {
                    found.add(new Found(text, sql, sent || (isField(text) && sql.parsed())));
                }
            }
        });
        return found;
    }

    private static boolean isQuery(Text text) {
        return text.annotation() != null
                && QUERIES.matcher(text.annotation()).matches()
                && text.value().contains(" ");
    }

    /** A constant of a class that sends: nobody knows where it goes, but it was not written for fun. */
    private boolean isField(Text text) {
        return (!sending.isEmpty() || repository)
                && type.java().tryGetField(text.member()).isPresent();
    }

    /** Names that are given one by one: to an insert of a table, to a helper of tests, or put between parts of a statement. */
    List<Text> bareNames() {
        String name = byTable ? "(\\w+\\.)?\\w+" : "\\w+\\.\\w+";
        return byTable || !sending.isEmpty()
                ? type.texts().filter(it -> it.value().matches(name)).toList()
                : List.of();
    }

    boolean names(String schema) {
        return type.texts().anyMatch(it -> it.value().equals(schema));
    }

    /** A text, and whether it is SQL for certain. */
    record Found(Text text, Sql sql, boolean sent) {}
}
