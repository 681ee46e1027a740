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
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = NotesApplication.class, webEnvironment = WebEnvironment.MOCK)
class StatementCounterTests {

    @Autowired
    private StatementCounter counter;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcConnectionDetails connection;

    @Autowired
    private CountingDataSourcePostProcessor processor;

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
            jdbc.execute("reset role");
            jdbc.execute("select 1");
        });

        assertThat(statements).hasCount(1);
        assertThat(statements.roleCount()).isEqualTo(2);
    }

    @Test
    void countsRoundTripsAndNoneToGetAConnection() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(connection.getJdbcUrl());
        pool.setUsername(connection.getUsername());
        pool.setPassword(connection.getPassword());
        pool.addDataSourceProperty("socketFactory", CountingSocketFactory.class.getName());
        try (pool) {
            var fresh = new JdbcTemplate((DataSource) processor.postProcessAfterInitialization(pool, "fresh"));
            var statements = counter.during(() -> {
                fresh.execute("select 1");
                fresh.execute("select 2; select 3");
            });

            assertThat(statements).hasCount(2).hasTrips(2);
        }
    }

    @Test
    void countsTheTripsOfATransaction(@Autowired PlatformTransactionManager transactions) {
        var statements = counter.during(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.execute("select 1");
            jdbc.execute("select 2");
        }));

        // The last one is the commit; the beginning needs none.
        assertThat(statements).hasCount(2).hasTrips(3);
    }

    @Test
    void listsAStatementWithoutTheRoleThatIsSentWithIt() {
        var statements = counter.during(() -> jdbc.execute("set local role none; select 1"));

        assertThat(statements).hasTrips(1);
        assertThat(statements.sql()).containsExactly("select 1");
        assertThat(statements.roleCount()).isZero();
    }

    @Test
    void countsForTheInnerAndTheOuterBlock() {
        var outer = counter.during(() -> {
            jdbc.execute("select 1");
            assertThat(counter.during(() -> jdbc.execute("select 2")))
                    .hasCount(1)
                    .hasTrips(1);
        });

        assertThat(outer).hasCount(2).hasTrips(2);
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
                .isThrownBy(() -> assertThat(statements).hasTrips(2))
                .withMessageContainingAll("Expected 2 round trips", "in 1 round trips", "select 1");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(statements).hasCount(2))
                .withMessageContainingAll(
                        "Expected 2 statements", "1 statements and 0", "in 1 round trips", "select 1");
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
