package io.watertight.guard.sql;

import java.util.Set;

/** Strings that are names or SQL themselves: {@code nextval('catalog.number')}, {@code 'catalog.price'::regclass}. */
final class StringArguments {

    private static final Set<String> TAKING_NAMES = Set.of(
            "nextval",
            "currval",
            "setval",
            "to_regclass",
            "pg_get_serial_sequence",
            "pg_relation_size",
            "pg_total_relation_size",
            "pg_table_size",
            "table_to_xml",
            "table_to_xmlschema",
            "table_to_xml_and_xmlschema");
    private static final Set<String> TAKING_SQL = Set.of(
            "query_to_xml",
            "query_to_xmlschema",
            "query_to_xml_and_xmlschema",
            "ts_stat",
            "ts_rewrite",
            "crosstab",
            "dblink",
            "dblink_exec",
            "dblink_send_query",
            "dblink_open");
    private static final Set<String> RELATION_TYPES = Set.of("regclass", "regproc", "regprocedure", "regtype");

    private final Tokens tokens;
    private final Found found;

    StringArguments(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    /** Looks at the next token, which is a string in the parentheses of that function. */
    void look(String function) {
        SqlToken string = tokens.peek(0);
        if (string == null) {
            return;
        }
        if (isBody()) {
            SqlReader.readBody(string.text(), string.line()).statements().forEach(found::addAll);
        } else if (TAKING_SQL.contains(function)) {
            SqlReader.read(string.text(), string.line()).statements().forEach(found::addAll);
        } else if ((TAKING_NAMES.contains(function) && !tokens.isAt(-1, ",")) || isRelation()) {
            if (string.kind() == SqlToken.Kind.ESCAPED_STRING || tokens.isAt(1, "|")) {
                found.gaps.add(new SqlSpot("'%s' ...".formatted(string.text()), string.line()));
            } else {
                new NameParser(new Tokens(SqlLexer.tokens(string.text(), string.line())), found)
                        .name("'%s'".formatted(string.text()))
                        .ifPresent(found.names::add);
            }
        }
    }

    private boolean isRelation() {
        return (tokens.isAt(1, "::") && tokens.isOneOfAt(2, RELATION_TYPES))
                || tokens.isOneOfAt(-1, RELATION_TYPES)
                || (tokens.isAt(1, "as") && tokens.isOneOfAt(2, RELATION_TYPES));
    }

    /** Of a block or function; a default value of a parameter is none. */
    private boolean isBody() {
        boolean block = tokens.verb().equals("do");
        boolean function = tokens.contains("function") || tokens.contains("procedure");
        return block || (tokens.verb().equals("create") && function && tokens.isAt(-1, "as"));
    }
}
