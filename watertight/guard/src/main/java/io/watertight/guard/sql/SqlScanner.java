package io.watertight.guard.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where tables stand, behind words like {@code from}, also in what no parser reads: functions' bodies, JPQL, and parts of statements. */
final class SqlScanner {

    private static final Set<String> LISTS = words("from using truncate lock");
    private static final Set<String> TARGETS = words(
            "from join into update table truncate references using view sequence inherits like copy lock on type function procedure trigger index delete");
    private static final Set<String> WRITING =
            words("into update table truncate view sequence type function procedure delete");
    private static final Set<String> CREATED = words("table view sequence type function procedure domain");
    private static final Set<String> PASSED_OVER =
            words("only if not exists fetch lateral concurrently table into from");
    private static final Set<String> LIST_ENDS =
            words("where group having order limit union set values returning select do then");
    private static final Set<String> NO_TARGETS =
            words("set of cascade nowait skip on or as conflict delete update for");
    private static final Pattern TWO_NAMES = Pattern.compile("\"?(\\w+)\"?\\.\"?(\\w+)\"?(\\(.*)?", Pattern.DOTALL);
    /** Of these, {@code on} is followed by a table. */
    private static final Set<String> ON_TABLE = words("create comment grant revoke drop alter");
    /** In the parentheses of these, {@code from} parts one argument from the next. */
    private static final Set<String> SPEAKING_FUNCTIONS = words("extract substring trim overlay position");

    private final SqlTokens tokens;
    private final Sql.Found found;
    private final Set<String> commonTables;
    private final Deque<Parentheses> open = new ArrayDeque<>();
    private String verb = "";
    private int at;

    SqlScanner(String sql, int firstLine, Sql.Found found) {
        this.tokens = new SqlTokens(SqlToken.in(sql), firstLine);
        this.found = found;
        this.commonTables = tokens.commonTables();
        open.push(new Parentheses(false));
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    void scan() {
        for (at = 0; at < tokens.size(); at++) {
            switch (tokens.get(at).kind()) {
                case STRING -> string(tokens.text(at));
                case BODY -> new SqlScanner(tokens.text(at), tokens.line(at), found).scan();
                case SIGN -> sign(tokens.text(at));
                case WORD -> word(tokens.text(at));
                case QUOTED -> mention();
            }
        }
    }

    private void sign(String sign) {
        switch (sign) {
            case "(" -> open.push(new Parentheses(SPEAKING_FUNCTIONS.contains(tokens.text(at - 1))));
            case ")" -> {
                if (open.size() > 1) {
                    open.pop();
                }
            }
            case ";" -> {
                verb = "";
                open.clear();
                open.push(new Parentheses(false));
            }
            case "," -> {
                if (around().list) {
                    target(around().writes);
                }
            }
            default -> {}
        }
    }

    private void word(String word) {
        if (verb.isEmpty()) {
            verb = word;
        }
        if (tokens.is(at + 1, ".") || tokens.is(at - 1, ".")) {
            mention();
            return;
        }
        if (LIST_ENDS.contains(word)) {
            around().list = false;
        }
        if (tokens.switchesSession(at, verb)) {
            found.session.add(new Sql.Spot((word + " " + tokens.text(at + 1)).strip(), tokens.line(at)));
        }
        if (TARGETS.contains(word) && isFollowedByTable(word)) {
            around().list = LISTS.contains(word);
            around().writes = WRITING.contains(word) || tokens.is(at - 1, "delete");
            target(around().writes);
        } else if (word.equals("to")
                && tokens.is(at - 1, "rename")
                && verb.equals("alter")
                && !found.names.isEmpty()
                && at + 1 < tokens.size()) {
            SqlName last = found.names.getLast();
            found.created.add(new SqlName(last.schema(), tokens.text(at + 1), last.line(), true, true));
        }
    }

    private boolean isFollowedByTable(String word) {
        boolean other = switch (word) {
            case "from" -> around().speaking || tokens.is(at - 1, "distinct");
            case "into" -> !tokens.is(at - 1, "insert", "merge") && tokens.is(at + 2, ";", ",", "from", "using");
            case "on" -> !ON_TABLE.contains(verb);
            case "using" -> verb.equals("alter");
            case "delete" -> tokens.is(at + 1, "from");
            default -> false;
        };
        return !other && !tokens.isWord(at + 1, NO_TARGETS);
    }

    /** The table behind the word or comma that has just been read. */
    private void target(boolean writes) {
        int i = at + 1;
        while (tokens.isWord(i, PASSED_OVER) && !tokens.is(i + 1, ".")) {
            i++;
        }
        if (tokens.is(i, "(") && tokens.is(at, "inherits")) {
            i++;
        }
        if (!tokens.isName(i)) {
            return;
        }
        SqlName name = tokens.name(i, writes, true);
        boolean other = tokens.is(at, "index", "trigger") || (tokens.is(i + 1, "(") && around().list);
        boolean local = name.schema() == null
                && (other || commonTables.contains(name.name().toLowerCase(Locale.ROOT)));
        // What is put together while the program runs, nobody can read; the roles of the database refuse it.
        if (!local && name.qualified().indexOf(Sql.HOLE) < 0) {
            found.names.add(name);
            if (verb.equals("create") && CREATED.contains(tokens.text(at)) && tokens.before(at, "create")) {
                boolean temporary = tokens.before(at, "temp") || tokens.before(at, "temporary");
                (temporary ? found.temporary : found.created).add(name);
            }
        }
        // The name has been read; what follows it is read in its turn.
        at = Math.min(tokens.size() - 1, i + (name.schema() == null ? 0 : 2));
    }

    /** A qualified name somewhere else: a column, a function, a type. */
    private void mention() {
        if (tokens.is(at + 1, ".") && tokens.isName(at + 2) && !tokens.is(at - 1, ".")) {
            boolean call = tokens.is(at + 3, "(");
            found.names.add(tokens.name(at, call, call));
            at += 2;
        }
    }

    /** A table's name, or a statement, in a string: {@code 'films.film'::regclass}, {@code query_to_xml('select ...')}. */
    private void string(String text) {
        var two = TWO_NAMES.matcher(text.strip());
        boolean cast = tokens.is(at + 1, "::") && tokens.text(at + 2).startsWith("reg");
        boolean reference = cast
                || (tokens.is(at - 1, "(")
                        && tokens.text(at - 2).matches("(next|curr|set)val|to_reg\\w+|pg_(?!notify)\\w+|has_\\w+"));
        if (reference && two.matches()) {
            found.names.add(new SqlName(two.group(1), two.group(2), tokens.line(at), false, true));
        } else if (tokens.is(at - 1, "(", "execute", "as", "do") && Sql.isStatement(text)) {
            new SqlScanner(text, tokens.line(at), found).scan();
        } else if (cast && text.matches("[a-z_]\\w*")) {
            found.names.add(new SqlName(null, text, tokens.line(at), false, true));
        }
    }

    private Parentheses around() {
        return Objects.requireNonNull(open.peek());
    }

    /** What is known of a place between two parentheses, or outside all of them. */
    private static final class Parentheses {
        /** Whether they belong to a function in which {@code from} is followed by no table. */
        final boolean speaking;
        /** Whether the next comma is followed by another table. */
        boolean list;
        /** Whether the tables of that list are written. */
        boolean writes;

        Parentheses(boolean speaking) {
            this.speaking = speaking;
        }
    }
}
