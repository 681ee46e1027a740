package io.watertight.testing.statements;

import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * The SQL statements that were executed, in their order. AssertJ's {@code assertThat} knows this type, and its failure messages
 * list the statements.
 *
 * @param sql the statements that count; a JDBC batch is one of them, with its size
 * @param roleSql the statements that only set a role, which do not count
 * @param trips how often something was sent to the database and its answer awaited: for statements, roles, the commit and further
 *     rows of a cursor, but not to open or test a connection; PostgreSQL with HikariCP only
 */
public record Statements(List<String> sql, List<String> roleSql, int trips)
        implements AssertProvider<StatementsAssert> {

    public Statements {
        sql = List.copyOf(sql);
        roleSql = List.copyOf(roleSql);
    }

    /** {@return the number of statements without those that only set a role} */
    public int count() {
        return sql.size();
    }

    /** {@return the number of statements that only set a role} */
    public int roleCount() {
        return roleSql.size();
    }

    @Override
    public StatementsAssert assertThat() {
        return new StatementsAssert(this);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(
                "%s statements and %s that only set a role, in %s round trips".formatted(count(), roleCount(), trips));
        sql.forEach(statement -> text.append("\n  ").append(statement));
        return text.toString();
    }
}
