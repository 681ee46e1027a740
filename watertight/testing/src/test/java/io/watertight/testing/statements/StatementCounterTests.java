package io.watertight.testing.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(classes = NotesApplication.class, webEnvironment = WebEnvironment.MOCK)
class StatementCounterTests {

    @Autowired
    private StatementCounter counter;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void countsWhatACodeBlockExecutes() {
        var statements = counter.during(() -> {
            jdbc.execute("select 1");
            jdbc.queryForObject("select cast(? as integer)", Integer.class, 2);
        });

        assertThat(statements).hasCount(2).hasCountOfAtMost(2);
        assertThat(statements.sql()).containsExactly("select 1", "select cast(? as integer)");
    }

    @Test
    void countsABatchOnce() {
        var rows = List.of(new Object[] {"one"}, new Object[] {"two"}, new Object[] {"three"});

        var statements = counter.during(() -> jdbc.batchUpdate("insert into note (text) values (?)", rows));

        assertThat(statements).hasCount(1);
        assertThat(statements.sql()).containsExactly("insert into note (text) values (?) [batch of 3]");
    }

    @Test
    void countsStatementsThatOnlySetARoleApart() {
        var statements = counter.during(() -> {
            jdbc.execute("set role none");
            jdbc.queryForObject("select set_config('role', ?, false)", String.class, "none");
            jdbc.execute("select 1");
        });

        assertThat(statements).hasCount(1);
        assertThat(statements.roleCount()).isEqualTo(2);
    }

    @Test
    void countsForTheInnerAndTheOuterBlock() {
        var outer = counter.during(() -> {
            jdbc.execute("select 1");
            assertThat(counter.during(() -> jdbc.execute("select 2"))).hasCount(1);
        });

        assertThat(outer).hasCount(2);
    }

    @Test
    void countsNothingOfOtherThreads() throws InterruptedException {
        var statements = counter.during(
                () -> Thread.ofVirtual().start(() -> jdbc.execute("select 1")).join());

        assertThat(statements).hasCount(0);
    }

    @Test
    void listsTheStatementsWhereAnAssertionFails() {
        var statements = counter.during(() -> jdbc.execute("select 1"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(statements).hasCount(2))
                .withMessageContainingAll("Expected 2 statements", "1 statements and 0", "select 1");
    }

    @Test
    void refusesToMixUpRequestsOfTheSameName() {
        counter.finish("twice", new Recording());
        counter.finish("twice", new Recording());

        assertThatIllegalStateException()
                .isThrownBy(() -> counter.of("twice"))
                .withMessageContaining("Several requests");
    }

    @Test
    void leavesThePoolReachable(@Autowired DataSource dataSource) throws SQLException {
        assertThat(dataSource.unwrap(HikariDataSource.class).getJdbcUrl()).startsWith("jdbc:postgresql:");
    }
}
