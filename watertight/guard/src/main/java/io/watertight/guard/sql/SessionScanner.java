package io.watertight.guard.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what changes who a session is, what others may do, and SQL that nobody sees before it runs. */
final class SessionScanner {

    private static final Set<String> SWITCHES = Set.of("role", "session_authorization", "search_path");
    private static final Set<String> BEGINNINGS = Set.of("begin", "then", "else", "loop", "atomic");
    private static final Set<String> ROLES = Set.of("role", "user", "group");
    private static final Set<String> RULED_FOR_ALL = Set.of(
            "extension", "database", "tablespace", "server", "publication", "subscription", "language", "system");
    private static final Set<String> WAYS_OUT = Set.of(
            "dblink",
            "dblink_exec",
            "dblink_connect",
            "dblink_connect_u",
            "dblink_open",
            "dblink_send_query",
            "lo_import",
            "lo_export",
            "pg_read_file",
            "pg_read_binary_file",
            "pg_ls_dir",
            "pg_stat_file",
            "table_to_xml",
            "query_to_xml",
            "query_to_xml_and_xmlschema",
            "table_to_xml_and_xmlschema",
            "schema_to_xml",
            "database_to_xml",
            "cursor_to_xml");

    private final List<SqlToken> all;
    private final Found found;
    private final boolean procedural;
    private final boolean definesFunction;

    SessionScanner(Tokens tokens, Found found, boolean procedural) {
        this.all = tokens.all();
        this.found = found;
        this.procedural = procedural;
        this.definesFunction = (tokens.verb().equals("create") || tokens.verb().equals("alter"))
                && (tokens.contains("function") || tokens.contains("procedure"));
    }

    void scan() {
        for (int i = 0; i < all.size(); i++) {
            SqlToken token = all.get(i);
            if (token.isName()) {
                look(token, i);
            }
        }
    }

    private void look(SqlToken token, int i) {
        switch (token.text()) {
            case "set" -> set(i);
            case "reset" -> {
                if (isStart(i) && (isSwitch(i + 1) || is(i + 1, "all"))) {
                    spot(found.switches, i, i + 1);
                }
            }
            case "discard" -> {
                if (isStart(i) && is(i + 1, "all")) {
                    spot(found.switches, i, i + 1);
                }
            }
            case "set_config" -> setConfig(i);
            case "pg_settings" -> {
                if (is(i - 1, "update")) {
                    spot(found.switches, i - 1, i);
                }
            }
            case "grant", "revoke", "reassign" -> when(isStart(i), found.rights, i, i);
            case "create", "alter", "drop" -> define(i);
            case "owner" -> when(is(i + 1, "to"), found.rights, i, i + 1);
            case "definer" -> when(is(i - 1, "security"), found.rights, i - 1, i);
            case "import" -> when(isStart(i) && is(i + 1, "foreign"), found.rights, i, i + 2);
            case "security" -> when(isStart(i) && is(i + 1, "label"), found.rights, i, i + 1);
            case "execute" ->
                when(procedural && !is(i + 1, "function") && !is(i + 1, "procedure"), found.dynamic, i, i);
            case "program" -> when(is(0, "copy") && (is(i - 1, "to") || is(i - 1, "from")), found.dynamic, i - 1, i);
            default -> when(WAYS_OUT.contains(token.text()) && is(i + 1, "("), found.dynamic, i, i);
        }
    }

    /** {@code update account set role = ...} sets a column: nothing stands before a setting's {@code set}. */
    private void set(int i) {
        if (!isStart(i) && !definesFunction) {
            return;
        }
        int at = is(i + 1, "local") || (is(i + 1, "session") && !is(i + 2, "authorization")) ? i + 2 : i + 1;
        boolean searchPathOfFunction = definesFunction && is(at, "search_path");
        if (isSwitch(at) && !searchPathOfFunction && at + 1 < all.size()) {
            spot(found.switches, i, at + (is(at, "session") ? 1 : 0));
        } else if (at < all.size() && all.get(at).isOpen() && isStart(i)) {
            spot(found.switches, i, at);
        }
    }

    private boolean isSwitch(int i) {
        SqlToken token = at(i);
        return token != null
                && ((token.isName() && SWITCHES.contains(token.text().toLowerCase(java.util.Locale.ROOT)))
                        || (token.is("session") && is(i + 1, "authorization")));
    }

    private void setConfig(int i) {
        if (!is(i + 1, "(")) {
            return;
        }
        boolean named = is(i + 3, "=") || is(i + 3, ":");
        SqlToken name = at(named ? i + 5 : i + 2);
        boolean literal = name != null
                && name.kind() == SqlToken.Kind.STRING
                && is(named ? i + 6 : i + 3, ",")
                && name.text().indexOf(SqlLexer.HOLE) < 0;
        if (!literal
                || SWITCHES.contains(
                        java.util.Objects.requireNonNull(name).text().toLowerCase(java.util.Locale.ROOT))) {
            found.switches.add(new SqlSpot(
                    "set_config(%s"
                            .formatted(
                                    literal
                                            ? "'"
                                                    + java.util.Objects.requireNonNull(name)
                                                            .text() + "')"
                                            : "...)"),
                    all.get(i).line()));
        }
    }

    private void define(int i) {
        int at = i + 1;
        while (is(at, "or") || is(at, "replace") || is(at, "trusted")) {
            at++;
        }
        SqlToken object = at(at);
        if (object == null || object.kind() != SqlToken.Kind.WORD || !isStart(i)) {
            return;
        }
        if (ROLES.contains(object.text()) || RULED_FOR_ALL.contains(object.text())) {
            spot(found.rights, i, at);
        } else if ((is(at, "default") && is(at + 1, "privileges"))
                || (is(at, "event") && is(at + 1, "trigger"))
                || (is(at, "owned") && is(at + 1, "by"))
                || is(at, "foreign")) {
            spot(found.rights, i, at + 1);
        }
    }

    private boolean isStart(int i) {
        SqlToken before = at(i - 1);
        return before == null || before.isOneOf(BEGINNINGS);
    }

    private boolean is(int i, String text) {
        SqlToken token = at(i);
        return token != null && token.is(text);
    }

    private @Nullable SqlToken at(int i) {
        return i >= 0 && i < all.size() ? all.get(i) : null;
    }

    private void when(boolean condition, List<SqlSpot> list, int from, int to) {
        if (condition) {
            spot(list, from, to);
        }
    }

    private void spot(List<SqlSpot> list, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i <= Math.min(to, all.size() - 1); i++) {
            words.append(words.isEmpty() ? "" : " ").append(all.get(i).text());
        }
        list.add(new SqlSpot(words.toString(), all.get(from).line()));
    }
}
