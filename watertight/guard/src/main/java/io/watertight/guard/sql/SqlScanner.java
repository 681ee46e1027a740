package io.watertight.guard.sql;

import io.watertight.guard.sql.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Goes through a text and finds the places where tables stand: behind {@code from}, {@code join}, {@code into} ... and
 * behind the commas of such a list. It reads what no parser does: functions' bodies, JPQL, and parts of statements.
 */
final class SqlScanner {

    private static final Set<String> LISTS = Set.of("from", "using", "truncate", "lock");
    private static final Set<String> TARGETS = Set.of(
            "from",
            "join",
            "into",
            "update",
            "table",
            "truncate",
            "references",
            "using",
            "view",
            "sequence",
            "inherits",
            "like",
            "copy",
            "lock",
            "on",
            "type",
            "function",
            "procedure",
            "trigger",
            "index",
            "delete");
    private static final Set<String> WRITING = Set.of(
            "into", "update", "table", "truncate", "view", "sequence", "type", "function", "procedure", "delete");
    private static final Set<String> CREATED =
            Set.of("table", "view", "sequence", "type", "function", "procedure", "domain");
    private static final Set<String> PASSED_OVER =
            Set.of("only", "if", "not", "exists", "fetch", "lateral", "concurrently", "table", "into", "from");
    private static final Set<String> LIST_ENDS = Set.of(
            "where",
            "group",
            "having",
            "order",
            "limit",
            "union",
            "set",
            "values",
            "returning",
            "select",
            "do",
            "then");
    private static final Set<String> NO_TARGETS =
            Set.of("set", "of", "cascade", "nowait", "skip", "on", "or", "as", "conflict", "delete", "update", "for");
    /** In the parentheses of these, {@code from} parts one argument from the next. */
    private static final Set<String> SPEAKING_FUNCTIONS = Set.of("extract", "substring", "trim", "overlay", "position");

    private static final Pattern TWO_NAMES = Pattern.compile("\"?(\\w+)\"?\\.\"?(\\w+)\"?(\\(.*)?", Pattern.DOTALL);
    private static final Pattern ONE_NAME = Pattern.compile("[a-z_]\\w*");

    private final List<SqlToken> tokens;
    private final int firstLine;
    private final Sql.Found found;
    private final Set<String> commonTables = new HashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private String verb = "";
    private int at;

    SqlScanner(String sql, int firstLine, Sql.Found found) {
        this.tokens = SqlToken.in(sql);
        this.firstLine = firstLine;
        this.found = found;
        frames.push(new Frame(false));
    }

    void scan() {
        commonTables();
        for (at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            switch (token.kind()) {
                case STRING -> string(token);
                case BODY -> new SqlScanner(token.text(), line(token), found).scan();
                case SIGN -> sign(token);
                case WORD -> word(token);
                case QUOTED -> mention();
            }
        }
    }

    /** {@code with name (columns) as (}. */
    private void commonTables() {
        for (int i = 1; i < tokens.size() - 1; i++) {
            int next = i + 1;
            while (is(next, "not") || is(next, "materialized")) {
                next++;
            }
            if (is(i, "as") && is(next, "(")) {
                int name = i - 1;
                if (is(name, ")")) {
                    while (name > 0 && !is(name, "(")) {
                        name--;
                    }
                    name--;
                }
                if (name >= 0 && tokens.get(name).isName()) {
                    commonTables.add(tokens.get(name).text());
                }
            }
        }
    }

    private void sign(SqlToken token) {
        switch (token.text()) {
            case "(" ->
                frames.push(new Frame(
                        at > 0 && SPEAKING_FUNCTIONS.contains(tokens.get(at - 1).text())));
            case ")" -> {
                if (frames.size() > 1) {
                    frames.pop();
                }
            }
            case ";" -> {
                verb = "";
                frames.clear();
                frames.push(new Frame(false));
            }
            case "," -> {
                if (frame().list) {
                    target(at + 1, frame().writes);
                }
            }
            default -> {
                // Nothing that a table stands behind.
            }
        }
    }

    private void word(SqlToken token) {
        String word = token.text();
        if (verb.isEmpty()) {
            verb = word;
        }
        if (is(at + 1, ".") || (at > 0 && is(at - 1, "."))) {
            mention();
            return;
        }
        if (LIST_ENDS.contains(word)) {
            frame().list = false;
        }
        found.word(word, tokens, at, line(token));
        boolean names = TARGETS.contains(word)
                && !(word.equals("from") && frame().speaking)
                && !(word.equals("on")
                        && !Set.of("create", "comment", "grant", "revoke", "drop", "alter")
                                .contains(verb))
                && !(word.equals("delete") && is(at + 1, "from"))
                && !(at + 1 < tokens.size()
                        && NO_TARGETS.contains(tokens.get(at + 1).text())
                        && tokens.get(at + 1).kind() == Kind.WORD);
        if (names) {
            boolean writes = WRITING.contains(word) || (at > 0 && is(at - 1, "delete"));
            frame().list = LISTS.contains(word);
            frame().writes = writes;
            target(at + 1, writes);
        } else if (word.equals("to") && at > 1 && is(at - 1, "rename")) {
            renamed();
        }
    }

    private void target(int start, boolean writes) {
        int i = start;
        while (i < tokens.size()
                && tokens.get(i).kind() == Kind.WORD
                && PASSED_OVER.contains(tokens.get(i).text())
                && !is(i + 1, ".")) {
            i++;
        }
        if (is(i, "(") && at >= 0 && tokens.get(at).is("inherits")) {
            i++;
        }
        if (i >= tokens.size() || !tokens.get(i).isName()) {
            return;
        }
        SqlName name = nameAt(i, writes, true);
        boolean call = name.schema() == null && is(i + 1, "(") && frame().list;
        if (name.qualified().indexOf(Sql.HOLE) >= 0 && !isComplete(name)) {
            found.gaps.add(
                    new Sql.Spot("%s %s".formatted(tokens.get(at).text(), shown(name.qualified())), name.line()));
        } else if (!call
                && !(name.schema() == null && commonTables.contains(name.name().toLowerCase(java.util.Locale.ROOT)))) {
            found.names.add(name);
            if (verb.equals("create") && CREATED.contains(tokens.get(at).text()) && isCreation()) {
                found.created(name, isTemporary());
            }
        }
        // The name has been read; what follows it is read in its turn.
        at = Math.max(at, i + (name.schema() == null ? 0 : 2));
        if (at >= tokens.size()) {
            at = tokens.size() - 1;
        }
    }

    /** {@code from recent} and a condition that is added: what is added begins behind the name. */
    private boolean isComplete(SqlName name) {
        String before = name.name()
                .substring(
                        0, name.name().indexOf(Sql.HOLE) < 0 ? 0 : name.name().indexOf(Sql.HOLE));
        return commonTables.contains(before.toLowerCase(java.util.Locale.ROOT));
    }

    private static String shown(String name) {
        return name.replace(String.valueOf(Sql.HOLE), "...");
    }

    /** {@code create or replace temporary table}, not {@code create index ... on table}. */
    private boolean isCreation() {
        return before("create");
    }

    private boolean isTemporary() {
        return before("temp") || before("temporary");
    }

    private boolean before(String word) {
        for (int i = at - 1; i >= Math.max(0, at - 5) && !is(i, ";"); i--) {
            if (is(i, word)) {
                return true;
            }
        }
        return false;
    }

    private void renamed() {
        SqlName last = found.names.isEmpty() ? null : found.names.getLast();
        if (last != null && at + 1 < tokens.size() && verb.equals("alter")) {
            found.created(new SqlName(last.schema(), tokens.get(at + 1).text(), last.line(), true, true), false);
        }
    }

    /** A qualified name somewhere else: a column, a function, a type. */
    private void mention() {
        if (at + 2 < tokens.size() && is(at + 1, ".") && tokens.get(at + 2).isName() && (at == 0 || !is(at - 1, "."))) {
            SqlName name = nameAt(at, false, false);
            boolean call = is(at + 3, "(");
            found.names.add(call ? new SqlName(name.schema(), name.name(), name.line(), true, true) : name);
            at += 2;
        }
    }

    private SqlName nameAt(int i, boolean writes, boolean position) {
        String first = tokens.get(i).name();
        int line = line(tokens.get(i));
        if (is(i + 1, ".") && i + 2 < tokens.size() && tokens.get(i + 2).isName()) {
            return new SqlName(tokens.get(i).text(), tokens.get(i + 2).name(), line, writes, position);
        }
        return new SqlName(null, first, line, writes, position);
    }

    /** A table's name, or a statement, in a string: {@code 'films.film'::regclass}, {@code query_to_xml('select ...')}. */
    private void string(SqlToken token) {
        var two = TWO_NAMES.matcher(token.text().strip());
        if (two.matches() && isReference()) {
            found.names.add(new SqlName(two.group(1), two.group(2), line(token), false, true));
        } else if ((is(at - 1, "(") || is(at - 1, "execute")) && Sql.isStatement(token.text())) {
            new SqlScanner(token.text(), line(token), found).scan();
        } else if (is(at + 1, "::")
                && is(at + 2, "regclass")
                && ONE_NAME.matcher(token.text()).matches()) {
            found.names.add(new SqlName(null, token.text(), line(token), false, true));
        }
    }

    /** {@code ::regclass}, {@code nextval('...')}: of what else is in quotes, nobody knows what it names. */
    private boolean isReference() {
        return is(at + 1, "::")
                        && at + 2 < tokens.size()
                        && tokens.get(at + 2).text().startsWith("reg")
                || is(at - 1, "(")
                        && at > 1
                        && tokens.get(at - 2).text().matches("(next|curr|set)val|to_reg\\w+|pg_\\w+|has_\\w+");
    }

    private boolean is(int i, String text) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(text);
    }

    private int line(SqlToken token) {
        return firstLine + token.line() - 1;
    }

    private Frame frame() {
        return java.util.Objects.requireNonNull(frames.peek());
    }

    private static final class Frame {

        private final boolean speaking;
        private boolean list;
        private boolean writes;

        Frame(boolean speaking) {
            this.speaking = speaking;
        }
    }
}
