package io.watertight.guard.rules;

import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.References.Call;
import io.watertight.guard.code.References.Text;
import io.watertight.guard.sql.Sql;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The strings of one class that are SQL or JPQL. */
final class SqlTexts {

    private static final Pattern SENDERS = Pattern.compile(
            "(org\\.(springframework\\.(jdbc|r2dbc|test\\.jdbc|orm)|hibernate|jooq)|java\\.sql|jakarta\\.persistence)\\..*");
    private static final Pattern TAKES_SQL = Pattern.compile(
            "sql|fetch\\w*|resultQuery|query|queryFor\\w+|(batch)?[uU]pdate|execute(Query|(Large)?Update)?|addBatch|prepare(Statement|Call)|nativeSQL|create(Native|Named|Selection|Mutation|NativeMutation)?Query|copy(In|Out)");
    private static final Pattern BY_TABLE = Pattern.compile(
            "(with|using)(Table|Schema|Procedure|Function)Name|countRowsInTable(Where)?|deleteFromTables?(Where)?|dropTables");
    private static final Pattern QUERIES = Pattern.compile(
            ".*[.$](Query|NativeQuery|NamedQuery|NamedNativeQuery|Sql|SQL|SQLDelete|SQLInsert|SQLUpdate|SQLSelect"
                    + "|SQL\\w*Restriction|Subselect|View|Filter|\\w*Formula)");
    /** A part of a statement: {@code " join films.film f on ..."}. */
    private static final Pattern FRAGMENT = Pattern.compile(
            "\\s*(,|(left|right|inner|cross|full)?\\s*join|from|into|where|and|union|exists|order|values)\\b.* .*|\\s*,.* .*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A part of a statement that another name completes: {@code "select * from %s"}. */
    private static final Pattern OPEN = Pattern.compile(
            ".*\\b(from|join|into|update|table|truncate|using)(\\s+only)?(\\s*|\\s+\"?[\\u0001%{].*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Statements are hardly ever written like one. */
    private static final Pattern SENTENCE = Pattern.compile("\\s*[A-Z][a-z].*", Pattern.DOTALL);

    private final CodeType type;
    private final Set<String> senders;
    private final boolean byTable;
    private final boolean sends;

    SqlTexts(CodeType type) {
        this.type = type;
        List<Call> ofSenders = type.calls().stream()
                .filter(it -> SENDERS.matcher(it.owner().getName()).matches()
                        || it.owner().isAssignableTo("org.springframework.jdbc.core.JdbcOperations"))
                .toList();
        List<Call> sending = ofSenders.stream()
                .filter(it -> TAKES_SQL.matcher(it.name()).matches())
                .toList();
        this.senders = sending.stream().map(Call::member).collect(Collectors.toSet());
        this.byTable =
                ofSenders.stream().anyMatch(it -> BY_TABLE.matcher(it.name()).matches());
        this.sends = !sending.isEmpty() || Persistence.isRepository(type.java());
    }

    /** What is SQL, or may be. */
    List<Found> all() {
        return type.texts()
                .filter(it -> isQuery(it)
                        || Sql.isStatement(it.value())
                        || sends && FRAGMENT.matcher(it.value()).matches())
                .map(this::read)
                .toList();
    }

    private Found read(Text text) {
        Sql sql = Sql.read(text.value());
        boolean sentence = SENTENCE.matcher(text.value()).matches();
        boolean beside = isBesideSender(text);
        boolean sent = isQuery(text) || (sql.parsed() ? beside || sends && !sentence : beside && !sentence);
        return new Found(text, sql, sent, sent || sql.parsed() && !sentence);
    }

    /** In a method that sends, or in a constant of a class that does. */
    private boolean isBesideSender(Text text) {
        return senders.contains(text.member())
                || sends
                        && (text.member().equals("<clinit>")
                                || type.java().tryGetField(text.member()).isPresent());
    }

    private static boolean isQuery(Text text) {
        return text.annotation() != null
                && QUERIES.matcher(text.annotation()).matches()
                && text.value().contains(" ");
    }

    /** Names that are given one by one: to an insert of a table, to a helper of tests, or put between parts of a statement. */
    List<Text> bareNames() {
        String name = byTable ? "(\\w+\\.)?\\w+" : "\\w+\\.\\w+";
        boolean open = type.calls().stream().anyMatch(it -> it.owner().getName().startsWith("org.jooq."))
                || sends && type.texts().anyMatch(it -> OPEN.matcher(it.value()).matches());
        return byTable || open
                ? type.texts().filter(it -> it.value().matches(name)).toList()
                : List.of();
    }

    boolean names(String schema) {
        return type.texts().anyMatch(it -> it.annotation() == null && it.value().equals(schema));
    }

    /** A text, whether it is SQL for certain, and whether it is hardly anything else; what is neither may be a sentence. */
    record Found(Text text, Sql sql, boolean sent, boolean likely) {}
}
