package io.watertight.testing.statements;

import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * The SQL statements that were executed, in their order. AssertJ's {@code assertThat} knows this type, and its failure messages
 * list the statements.
 *
 * @param sql the statements that count; a JDBC batch is one of them, with its size
 * @param roleSql the statements that only set a role, which do not count
 */
public record Statements(List<String> sql, List<String> roleSql) implements AssertProvider<StatementsAssert> {

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
        var text = new StringBuilder("%s statements and %s that only set a role".formatted(count(), roleCount()));
        sql.forEach(statement -> text.append("\n  ").append(statement));
        return text.toString();
    }
}
