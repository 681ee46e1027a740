package io.watertight.guard.sql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a text of SQL says.
 *
 * @param statements in their order
 */
public record SqlReading(List<SqlStatement> statements) {

    public SqlReading {
        statements = List.copyOf(statements);
    }

    /** Everything of one kind, of all statements. */
    public <T> List<T> all(Function<SqlStatement, ? extends Iterable<T>> part) {
        return statements.stream()
                .flatMap(it -> Stream.of(part.apply(it)))
                .flatMap(it -> java.util.stream.StreamSupport.stream(it.spliterator(), false))
                .toList();
    }

    public List<SqlName> names() {
        return all(SqlStatement::names);
    }
}
