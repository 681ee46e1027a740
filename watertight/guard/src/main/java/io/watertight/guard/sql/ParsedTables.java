package io.watertight.guard.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** Asks JSqlParser. */
final class ParsedTables {

    private static final Set<String> QUERIES_AND_CHANGES =
            Set.of("select", "with", "insert", "update", "delete", "merge", "values");

    private ParsedTables() {}

    /** {@return the tables of one statement; empty if JSqlParser cannot read it} */
    static Optional<Set<SqlName>> in(String statement, List<SqlToken> tokens) {
        boolean complete = tokens.stream().noneMatch(it -> it.kind() == SqlToken.Kind.GAP);
        if (!complete || !tokens.getFirst().isOneOf(QUERIES_AND_CHANGES)) {
            return Optional.empty();
        }
        try {
            CCJSqlParser parser = CCJSqlParserUtil.newParser(statement).withAllowComplexParsing(true);
            Statement parsed = parser.Statement();
            if (parser.getNextToken().kind != net.sf.jsqlparser.parser.CCJSqlParserConstants.EOF) {
                return Optional.empty();
            }
            Set<SqlName> names = new LinkedHashSet<>();
            for (String name : new TablesNamesFinder<Void>().getTables(parsed)) {
                named(name, tokens).ifPresent(names::add);
            }
            return Optional.of(names);
        } catch (ParseException | TokenMgrException | UnsupportedOperationException | NullPointerException _) {
            // PostgreSQL knows more SQL than JSqlParser does, and JSqlParser's own finder trips over half a statement.
            return Optional.empty();
        }
    }

    private static Optional<SqlName> named(String name, List<SqlToken> statement) {
        List<SqlToken> tokens = SqlLexer.tokens(name, 1);
        return new NameParser(new Tokens(tokens), new Found())
                .name("table")
                .map(it -> new SqlName(it.schema(), it.name(), it.clause(), lineOf(it.name(), statement), false));
    }

    private static int lineOf(String name, List<SqlToken> statement) {
        return statement.stream()
                .filter(it -> it.isName() && it.text().equals(name))
                .mapToInt(SqlToken::line)
                .findFirst()
                .orElse(statement.getFirst().line());
    }
}
