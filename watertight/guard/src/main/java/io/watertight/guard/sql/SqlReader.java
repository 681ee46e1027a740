package io.watertight.guard.sql;

import io.watertight.guard.sql.SqlStatement.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads SQL as PostgreSQL would. JSqlParser reads what it can; beside it goes a lexer of our own, which knows the lines, reads
 * what JSqlParser does not (functions' bodies, strings that are names, statements put together from parts), and never says
 * that a text is no SQL: whoever asks has to know, or ask {@link SqlShape}.
 */
public final class SqlReader {

    private SqlReader() {}

    /** {@return what a text with any number of statements says} */
    public static SqlReading read(String sql) {
        return read(sql, 1);
    }

    static SqlReading read(String sql, int firstLine) {
        return read(sql, firstLine, false);
    }

    /** Of a function or block, where {@code into} fills variables and {@code execute} runs strings. */
    static SqlReading readBody(String body, int firstLine) {
        return read(body, firstLine, true);
    }

    private static SqlReading read(String sql, int firstLine, boolean procedural) {
        List<SqlStatement> statements = new ArrayList<>();
        List<SqlToken> current = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : SqlLexer.tokens(sql, firstLine)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is(";") && depth <= 0) {
                add(statement(sql, current, procedural), statements);
                current = new ArrayList<>();
                depth = 0;
            } else {
                current.add(token);
            }
        }
        add(statement(sql, current, procedural), statements);
        return new SqlReading(statements);
    }

    private static void add(Optional<SqlStatement> statement, List<SqlStatement> statements) {
        statement.ifPresent(statements::add);
    }

    private static Optional<SqlStatement> statement(String sql, List<SqlToken> all, boolean procedural) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Tokens tokens = new Tokens(all);
        Found found = new Found();
        new TableScanner(tokens, found, procedural).scan();
        new SessionScanner(tokens, found, procedural).scan();
        Optional<Set<SqlName>> parsed = procedural
                ? Optional.empty()
                : ParsedTables.in(
                        sql.substring(all.getFirst().begin(), all.getLast().end()), all);
        parsed.ifPresent(names -> {
            Set<String> known = new java.util.HashSet<>();
            found.names.forEach(it -> known.add(it.qualified()));
            names.stream()
                    .filter(it -> it.schema() != null && known.add(it.qualified()))
                    .forEach(found.names::add);
        });
        return Optional.of(found.statement(tokens, parsed.isPresent() ? Reader.PARSER_AND_LEXER : Reader.LEXER));
    }
}
