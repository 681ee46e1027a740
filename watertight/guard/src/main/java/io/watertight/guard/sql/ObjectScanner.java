package io.watertight.guard.sql;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what statements other than queries and changes of rows name: those that create, alter, drop, copy, lock, grant. */
final class ObjectScanner {

    private final Tokens tokens;
    private final Found found;
    private final NameParser names;
    private String action = "";
    private String kind = "";
    private @Nullable SqlName subject;
    private boolean awaitsTable;
    private boolean copies;

    ObjectScanner(Tokens tokens, Found found, NameParser names) {
        this.tokens = tokens;
        this.found = found;
        this.names = names;
    }

    /** Takes the word and what belongs to it; false if it means nothing here. */
    boolean take(String word) {
        return switch (word) {
            case "create", "alter", "drop" -> definition(word);
            case "comment" -> isStart() && tokens.isAt(1, "on") && comment();
            case "grant", "revoke" -> isStart() && begin(word);
            case "truncate", "lock", "vacuum", "analyze", "reindex", "cluster", "copy" -> isStart() && upkeep(word);
            case "refresh" -> isStart() && refresh();
            case "on" -> awaitsTable && on();
            case "to" -> kind.equals("rule") && tokens.isOneOfAt(-1, ObjectWords.ROW_EVENTS) && nameBehind("on");
            case "from" -> isNoTable() && skip(2);
            case "owned" -> tokens.isAt(1, "by") && owner();
            case "rename" -> tokens.isAt(1, "to") && rename();
            case "like" -> kind.equals("table") && (tokens.isAt(-1, "(") || tokens.isAt(-1, ",")) && nameBehind("like");
            case "schema" -> (tokens.isAt(-1, "set") || tokens.isAt(-1, "in")) && skip(1) && schemas();
            case "execute" -> (tokens.isAt(1, "function") || tokens.isAt(1, "procedure")) && triggerFunction();
            default -> false;
        };
    }

    private boolean isStart() {
        SqlToken before = tokens.peek(-1);
        return before == null || before.isOneOf(ObjectWords.BEGINNINGS);
    }

    private boolean skip(int count) {
        for (int i = 0; i < count && tokens.hasNext(); i++) {
            tokens.take();
        }
        return true;
    }

    private boolean begin(String word) {
        tokens.take();
        action = word;
        awaitsTable = true;
        return true;
    }

    private boolean definition(String word) {
        int ahead = 1;
        while (tokens.isOneOfAt(ahead, ObjectWords.MODIFIERS)) {
            ahead++;
        }
        SqlToken object = tokens.peek(ahead);
        if (object == null || action.equals("grant") || action.equals("revoke")) {
            return false;
        }
        if (!object.isOneOf(ObjectWords.NAMED)
                && !object.isOneOf(ObjectWords.NAMED_ON_A_TABLE)
                && !object.is("schema")) {
            return false;
        }
        boolean temporary =
                tokens.isOneOfAt(1, Set.of("temp", "temporary")) || tokens.isOneOfAt(2, Set.of("temp", "temporary"));
        skip(ahead + 1);
        action = word;
        kind = object.text();
        tokens.skipAll(ObjectWords.BEFORE_A_NAME);
        return switch (kind) {
            case "schema" -> schemas();
            case "index" -> index();
            default -> ObjectWords.NAMED_ON_A_TABLE.contains(kind) ? namedOnATable() : objects(temporary);
        };
    }

    private boolean objects(boolean temporary) {
        do {
            Optional<SqlName> name = names.name(action + " " + kind);
            subject = name.orElse(null);
            name.ifPresent(it -> {
                if (temporary && it.schema() == null) {
                    found.temporary.add(it.name());
                } else {
                    found.names.add(it);
                }
                if (action.equals("create")) {
                    found.created.add(it);
                }
            });
        } while (action.equals("drop") && tokens.skip(","));
        return true;
    }

    /** An index is created beside its table and needs no schema; everywhere else it does. */
    private boolean index() {
        if (!action.equals("create")) {
            return objects(false);
        }
        if (!tokens.nextIs("on")) {
            names.name("create index").filter(it -> it.schema() != null).ifPresent(found.names::add);
        }
        awaitsTable = true;
        return true;
    }

    private boolean namedOnATable() {
        if (tokens.hasNext()) {
            tokens.take();
        }
        awaitsTable = true;
        return true;
    }

    private boolean comment() {
        skip(2);
        action = "comment on";
        tokens.skipAll(Set.of("materialized", "foreign", "event"));
        kind = tokens.hasNext() ? tokens.take().text() : "";
        if (kind.equals("column")) {
            names.nameOfColumn("comment on column").ifPresent(found.names::add);
            return true;
        }
        if (kind.equals("schema")) {
            return schemas();
        }
        return ObjectWords.NAMED.contains(kind) ? objects(false) : namedOnATable();
    }

    private boolean upkeep(String word) {
        tokens.take();
        tokens.skipAll(ObjectWords.UPKEEP_OPTIONS);
        if (tokens.skip("schema")) {
            return schemas();
        }
        if (tokens.nextIs("(") || (!tokens.hasNext() && word.matches("vacuum|analyze|cluster|reindex"))) {
            return true;
        }
        copies = word.equals("copy");
        do {
            tokens.skipAll(ObjectWords.UPKEEP_OPTIONS);
            names.name(word).ifPresent(found.names::add);
        } while (tokens.skip(","));
        return true;
    }

    private boolean refresh() {
        tokens.take();
        tokens.skipAll(Set.of("materialized", "view", "concurrently"));
        names.name("refresh").ifPresent(found.names::add);
        return true;
    }

    private boolean on() {
        if (tokens.isOneOfAt(1, ObjectWords.ROW_EVENTS) || tokens.isAt(1, "all")) {
            return skip(1);
        }
        skip(1);
        awaitsTable = false;
        if (tokens.skip("schema")) {
            return schemas();
        }
        tokens.skipAll(Set.of("only", "table", "sequence", "function", "procedure", "type", "domain"));
        do {
            names.name("on").ifPresent(found.names::add);
        } while ((action.equals("grant") || action.equals("revoke")) && tokens.skip(","));
        return true;
    }

    private boolean nameBehind(String clause) {
        tokens.take();
        names.name(clause).ifPresent(found.names::add);
        return true;
    }

    private boolean isNoTable() {
        boolean fetches = Set.of("fetch", "move").contains(tokens.verb());
        return copies || fetches || (action.equals("revoke") && kind.isEmpty());
    }

    private boolean owner() {
        skip(2);
        if (!tokens.skip("none")) {
            names.nameOfColumn("owned by").ifPresent(found.names::add);
        }
        return true;
    }

    private boolean rename() {
        skip(2);
        SqlName renamed = subject;
        names.name("rename to")
                .filter(_ -> renamed != null)
                .ifPresent(it -> found.created.add(new SqlName(
                        java.util.Objects.requireNonNull(renamed).schema(),
                        it.name(),
                        it.clause(),
                        it.line(),
                        it.open())));
        return true;
    }

    private boolean triggerFunction() {
        skip(2);
        names.name("execute function").filter(it -> it.schema() != null).ifPresent(found.functions::add);
        return true;
    }

    private boolean schemas() {
        tokens.skipAll(ObjectWords.BEFORE_A_NAME);
        do {
            if (!tokens.nextIs("authorization")) {
                names.name("schema").ifPresent(it -> found.schemas.add(new SqlSpot(it.name(), it.line())));
            }
        } while (tokens.skip(","));
        return true;
    }
}
