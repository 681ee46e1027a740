package io.watertight.guard.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a statement and finds the places where tables stand: behind {@code from}, {@code join}, {@code into} ... and
 * behind the commas of such a list. What is a keyword only at some places is told by what stands around it.
 */
final class TableScanner {

    private static final Set<String> QUERY = Set.of("select", "with", "values", "insert", "update", "delete", "merge");
    private static final Set<String> END_OF_LIST = Set.of(
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "window",
            "union",
            "intersect",
            "except",
            "returning",
            "set",
            "values",
            "for",
            "fetch",
            "do",
            "then",
            "to");
    /** In the parentheses of these, {@code from} parts one argument from the next. */
    private static final Set<String> SPEAKING_FUNCTIONS = Set.of("extract", "substring", "trim", "overlay", "position");
    /** Relations without a table: a call in {@code from}. */
    private static final Set<String> LIST_CLAUSES = Set.of("from", "join", "using");

    private static final Set<String> NO_UPDATE_BEFORE =
            Set.of("for", "key", "do", "on", "or", "before", "after", ",", "grant", "revoke", "of");
    private static final Set<String> NO_UPDATE_AFTER = Set.of("set", "of", "on", "or", ",", "(", ")");
    private static final Set<String> NO_SUCH_TABLE = Set.of("stdin", "current", "set", "as");

    private final Tokens tokens;
    private final Found found;
    private final NameParser names;
    private final ObjectScanner objects;
    private final StringArguments strings;
    private final boolean procedural;
    private final Set<String> commonTables = new HashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    TableScanner(Tokens tokens, Found found, boolean procedural) {
        this.tokens = tokens;
        this.found = found;
        this.procedural = procedural;
        this.names = new NameParser(tokens, found);
        this.objects = new ObjectScanner(tokens, found, names);
        this.strings = new StringArguments(tokens, found);
        CommonTables.collect(tokens, commonTables);
        frames.push(new Frame(""));
    }

    void scan() {
        while (tokens.hasNext()) {
            SqlToken token = Objects.requireNonNull(tokens.peek(0));
            if (token.is("(")) {
                open();
            } else if (token.is(")")) {
                tokens.take();
                if (frames.size() > 1) {
                    frames.pop();
                }
            } else if (token.is(",")) {
                tokens.take();
                if (frame().list) {
                    table(frame().clause);
                }
            } else if (token.isString()) {
                strings.look(frame().function);
                tokens.take();
            } else if (token.isName() && tokens.isAt(1, ".")) {
                qualified();
            } else if (token.kind() == SqlToken.Kind.WORD) {
                word(token.text());
            } else {
                tokens.take();
            }
        }
        found.names.removeIf(it -> it.schema() == null && commonTables.contains(it.name()));
    }

    private Frame frame() {
        return frames.element();
    }

    private void open() {
        SqlToken before = tokens.peek(-1);
        tokens.take();
        frames.push(new Frame(before != null && before.kind() == SqlToken.Kind.WORD ? before.text() : ""));
    }

    private void qualified() {
        SqlToken schema = tokens.peek(0);
        SqlToken table = tokens.peek(2);
        if (schema != null && table != null && table.isName() && tokens.isAt(3, ".")) {
            found.mentions.add(new SqlName(schema.text(), table.text(), "", schema.line(), false));
        }
        names.name("").ifPresent(it -> {
            if (tokens.nextIs("(")) {
                found.functions.add(it);
            } else {
                found.mentions.add(it);
            }
        });
    }

    private void word(String word) {
        if (objects.take(word)) {
            return;
        }
        tokens.take();
        switch (word) {
            case "from" -> {
                if (!isSpeaking() && !isDistinction() && !tokens.nextIsOneOf(NO_SUCH_TABLE)) {
                    list("from");
                }
            }
            case "join" -> {
                list("join");
                frame().joins = true;
            }
            case "using" -> using();
            case "on" -> frame().joins = false;
            case "into" -> into();
            case "select", "insert", "delete", "merge" -> {
                frame().verb = word;
                frame().list = false;
            }
            case "update" -> {
                if (!tokens.isOneOfAt(-2, NO_UPDATE_BEFORE) && !tokens.nextIsOneOf(NO_UPDATE_AFTER)) {
                    frame().verb = word;
                    table("update");
                }
            }
            case "partition" -> {
                if (tokens.skip("of")) {
                    table("partition of");
                } else if (tokens.isAt(-2, "attach") || tokens.isAt(-2, "detach")) {
                    table("partition");
                }
            }
            case "inherits", "inherit" -> table(word);
            case "references" -> table(word);
            case "table" -> {
                if (!tokens.nextIsOneOf(Set.of("as", "(", ")", ",")) && tokens.hasNext()) {
                    list("table");
                    frame().list = false;
                }
            }
            default -> {
                if (END_OF_LIST.contains(word)) {
                    frame().list = false;
                }
            }
        }
    }

    /** {@code extract(year from placed_at)}, {@code trim(both from name)}; and partitions' {@code for values from}. */
    private boolean isSpeaking() {
        return SPEAKING_FUNCTIONS.contains(frame().function) || (tokens.isAt(-2, "values") && tokens.isAt(-3, "for"));
    }

    private boolean isDistinction() {
        return tokens.isAt(-2, "distinct") && (tokens.isAt(-3, "is") || tokens.isAt(-3, "not"));
    }

    private void using() {
        Frame frame = frame();
        if (frame.joins) {
            frame.joins = false;
        } else if (frame.verb.equals("delete") || frame.verb.equals("merge")) {
            list("using");
        }
    }

    private void into() {
        boolean written = tokens.isAt(-2, "insert") || tokens.isAt(-2, "merge");
        if (written) {
            table("into");
        } else if (!procedural) {
            boolean temporary = tokens.skip("temp") || tokens.skip("temporary");
            tokens.skipAll(Set.of("unlogged", "table"));
            names.name("into").ifPresent(it -> {
                if (temporary) {
                    found.temporary.add(it.name());
                } else {
                    found.names.add(it);
                    found.created.add(it);
                }
            });
        }
    }

    private void list(String clause) {
        frame().list = true;
        frame().clause = clause;
        table(clause);
    }

    /** One table, a call, or parentheses around a query or around more tables. */
    private void table(String clause) {
        tokens.skipAll(Set.of("only", "lateral"));
        if (tokens.nextIs("rows") && tokens.isAt(1, "from")) {
            tokens.take();
            return;
        }
        if (tokens.nextIs("(")) {
            open();
            frame().list = !tokens.nextIsOneOf(QUERY);
            frame().clause = clause;
            if (frame().list) {
                table(clause);
            }
            return;
        }
        Optional<SqlName> name = names.name(clause);
        name.ifPresent(it -> {
            if (tokens.nextIs("(") && LIST_CLAUSES.contains(clause)) {
                if (it.schema() != null) {
                    found.functions.add(it);
                }
            } else {
                found.names.add(it);
            }
        });
    }
}
