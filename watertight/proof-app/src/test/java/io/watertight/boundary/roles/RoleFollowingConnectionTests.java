package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.Work;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.towers.TowerService;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** JDBC by hand, on the connection of the transaction. */
@PlatformTest
class RoleFollowingConnectionTests {

    private static final String ROLE = "select current_user";
    private static final String BELLS = "bells_rw";
    private static final String TOWERS = "towers_rw";

    @Autowired
    DataSource dataSource;

    @Autowired
    BellService bells;

    @Autowired
    TowerService towers;

    @Autowired
    WholeDatabase database;

    @Autowired
    StatementCounter counter;

    @Test
    void setsTheRoleForAStatementThatAnotherModuleHasPrepared() throws Exception {
        List<String> roles = towers.transact(() -> {
            try (var prepared = connection().prepareStatement(ROLE);
                    var plain = connection().createStatement()) {
                return List.of(
                        first(prepared.executeQuery()),
                        bells.call(() -> first(prepared.executeQuery())),
                        bells.call(() -> first(plain.executeQuery(ROLE))),
                        first(prepared.executeQuery()),
                        first(plain.executeQuery(ROLE)));
            }
        });

        assertThat(roles).containsExactly(TOWERS, BELLS, BELLS, TOWERS, TOWERS);
    }

    @Test
    void setsTheRoleForABatchWhenItIsExecuted() throws Exception {
        int[] counts = towers.transact(() -> {
            try (var batch = connection().prepareStatement("insert into bells.bell (name) values (?)")) {
                for (String name : List.of("first", "second")) {
                    batch.setString(1, name);
                    batch.addBatch();
                }
                return bells.call(batch::executeBatch);
            }
        });
        int[] ofItsOwn = bells.transact(() -> {
            try (var batch = prepared("insert into bells.bell (name) values (?)")) {
                for (String name : List.of("first", "second", "third")) {
                    batch.setString(1, name);
                    batch.addBatch();
                }
                return batch.executeBatch();
            }
        });

        assertThat(counts).hasSize(2);
        assertThat(ofItsOwn).hasSize(3);
        assertThatDenied(() -> towers.transact(() -> {
            try (var batch = connection().createStatement()) {
                bells.call(() -> {
                    first(connection().createStatement().executeQuery(ROLE));
                    batch.addBatch("insert into bells.bell (name) values ('third')");
                    return batch;
                });
                return batch.executeBatch();
            }
        }));
    }

    @Test
    void setsTheRoleForACall() throws Exception {
        String role = towers.transact(() -> {
            try (var call = connection().prepareCall("{? = call quote_ident(current_user)}")) {
                call.registerOutParameter(1, java.sql.Types.VARCHAR);
                call.execute();
                return call.getString(1);
            }
        });

        assertThat(role).isEqualTo(TOWERS);
    }

    @Test
    void setsTheRoleForCopy() throws Exception {
        long rows =
                bells.transact(() -> copy().copyIn("copy bells.bell (name) from stdin", new StringReader("a\nb\n")));

        assertThat(rows).isEqualTo(2);
        assertThatDenied(() -> towers.transact(
                () -> copy().copyIn("copy bells.bell (name) from stdin", new StringReader("stolen\n"))));
    }

    @Test
    void setsTheRoleAtOnceWhereTheConnectionHasBeenUnwrapped() throws Exception {
        List<String> roles = towers.transact(() -> {
            CopyManager kept = copy();
            bells.call(() -> first(connection().createStatement().executeQuery(ROLE)));
            String afterAStatementInBells = copied(kept);
            bells.call(() -> copied(copy()));
            return List.of(afterAStatementInBells, copied(kept), bells.call(() -> copied(copy())), copied(kept));
        });

        assertThat(roles).containsExactly(TOWERS, TOWERS, BELLS, TOWERS);
    }

    @Test
    void takesTheRoleFromAnUnwrappedConnectionWhenItsModuleIsLeft() throws Exception {
        bells.transact(() -> {
            CopyManager[] kept = new CopyManager[1];
            towers.call(() -> kept[0] = copy());
            assertThat(copied(kept[0])).isEqualTo(BELLS);
            return kept;
        });
    }

    @Test
    void setsTheRoleAgainAfterARollbackToASavepoint() throws Exception {
        List<String> roles = towers.transact(() -> {
            Connection connection = connection();
            Statement statement = connection.createStatement();
            first(statement.executeQuery(ROLE));
            var inTowers = connection.setSavepoint();
            bells.call(() -> first(statement.executeQuery(ROLE)));
            connection.rollback(inTowers);
            String inBells = bells.call(() -> first(statement.executeQuery(ROLE)));
            var afterBells = bells.call(connection::setSavepoint);
            String before = first(statement.executeQuery(ROLE));
            connection.rollback(afterBells);
            return List.of(inBells, before, first(statement.executeQuery(ROLE)));
        });

        assertThat(roles).containsExactly(BELLS, TOWERS, TOWERS);
    }

    @Test
    void forgetsTheRoleWithATransactionEndedByHand() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(towers.call(() -> first(statement.executeQuery(ROLE)))).isEqualTo(TOWERS);
            connection.setAutoCommit(false);
            assertThat(first(statement.executeQuery(ROLE))).isEqualTo("application");
            assertThat(towers.call(() -> first(statement.executeQuery(ROLE)))).isEqualTo(TOWERS);
            connection.commit();
            assertThat(towers.call(() -> first(statement.executeQuery(ROLE)))).isEqualTo(TOWERS);
            connection.rollback();
            assertThat(bells.call(() -> first(statement.executeQuery(ROLE)))).isEqualTo(BELLS);
            connection.setAutoCommit(true);
            assertThat(first(statement.executeQuery(ROLE))).isEqualTo("application");
            assertThatExceptionOfType(StatementOutsideTransactionException.class)
                    .isThrownBy(() -> bells.call(() -> statement.executeQuery(ROLE)));
        }
    }

    @Test
    void isToBeHadFromWhateverItMakes() throws Exception {
        towers.transact(() -> {
            Connection connection = connection();
            try (var statement = connection.createStatement()) {
                assertThat(statement.getConnection()).isSameAs(connection);
                assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
                assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
                assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
                assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
                assertThat(Set.of(connection)).contains(connection);
            }
            return connection;
        });
        assertThat(dataSource.unwrap(HikariDataSource.class)).isNotNull();
    }

    @Test
    void changesNoRowsInPlace() throws Exception {
        towers.transact(() -> {
            assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
                    .isThrownBy(() ->
                            connection().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE));
            assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
                    .isThrownBy(() -> connection()
                            .prepareStatement(ROLE, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE));
            connection()
                    .prepareStatement(ROLE, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                    .close();
            connection().prepareStatement(ROLE, Statement.RETURN_GENERATED_KEYS).close();
            return "done";
        });
    }

    @Test
    void goesOnWithACursorWhileAnotherModuleIsAtWork() throws Exception {
        towers.transact(() -> {
            try (var rows = connection().prepareStatement("select i from generate_series(1, 1000) i")) {
                rows.setFetchSize(10);
                try (var result = rows.executeQuery()) {
                    int sum = 0;
                    while (result.next()) {
                        sum += result.getInt(1);
                        assertThat(bells.<String>call(() ->
                                        first(connection().createStatement().executeQuery(ROLE))))
                                .isEqualTo(BELLS);
                    }
                    assertThat(sum).isEqualTo(500_500);
                }
            }
            return "done";
        });
    }

    @Test
    void sendsTheRoleTogetherWithTheStatementThatNeedsIt() throws Exception {
        var prepared = counter.during(() -> towers.transact(() -> {
            try (var statement = connection().prepareStatement(ROLE)) {
                return first(statement.executeQuery());
            }
        }));
        var plain = counter.during(() -> towers.transact(() -> {
            try (var statement = connection().createStatement()) {
                return first(statement.executeQuery(ROLE)) + bells.call(() -> first(statement.executeQuery(ROLE)));
            }
        }));

        // The last one is the commit.
        assertThat(prepared).hasCount(1).hasTrips(2);
        assertThat(prepared.sql()).containsExactly(ROLE);
        assertThat(plain).hasCount(2).hasTrips(3);
        assertThat(List.of(prepared.roleCount(), plain.roleCount())).containsOnly(0);
    }

    @Test
    void returnsWhatTheStatementReturnsAndNothingOfItsRole() throws Exception {
        String insert = "insert into bells.bell (name) values ('a'), ('b')";
        for (String sql : List.of(insert, insert + "; " + insert)) {
            assertThat(bells.<Integer>transact(() -> prepared(sql).executeUpdate()))
                    .isEqualTo(2);
            assertThat(bells.<Long>transact(() -> prepared(sql).executeLargeUpdate()))
                    .isEqualTo(2);
            assertThat(bells.<Boolean>transact(() -> prepared(sql).execute())).isFalse();
            assertThat(bells.<Integer>transact(() -> plain().executeUpdate(sql)))
                    .isEqualTo(2);
            assertThat(bells.<Long>transact(() -> plain().executeLargeUpdate(sql)))
                    .isEqualTo(2);
            assertThat(bells.<Boolean>transact(() -> plain().execute(sql))).isFalse();
        }
        assertThat(bells.<Boolean>transact(() -> prepared(ROLE).execute())).isTrue();
        assertThat(bells.<Boolean>transact(() -> plain().execute(ROLE))).isTrue();
        bells.transact(() -> {
            var statement = plain();
            statement.execute(insert + "; " + ROLE);
            assertThat(statement.getUpdateCount()).isEqualTo(2);
            assertThat(statement.getMoreResults()).isTrue();
            assertThat(first(statement.getResultSet())).isEqualTo(BELLS);
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            return "done";
        });
    }

    @Test
    void saysLikeTheDriverThatThereAreNoRowsOrSome() {
        String update = "update bells.bell set name = name";
        for (Work<?> withoutRows :
                List.<Work<?>>of(() -> prepared(update).executeQuery(), () -> plain().executeQuery(update))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> bells.transact(withoutRows))
                    .withMessage("No results were returned by the query.");
        }
        for (Work<?> withRows :
                List.<Work<?>>of(() -> prepared(ROLE).executeUpdate(), () -> plain().executeUpdate(ROLE))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> bells.transact(withRows))
                    .withMessage("A result was returned when none was expected.");
        }
    }

    @Test
    void keepsParametersAndSettingsWhereAnotherModuleExecutesWhatWasPrepared() throws Exception {
        List<String> results = towers.transact(() -> {
            try (var statement = prepared("select ? || ' ' || current_user || ' ' || i from generate_series(1, 3) i")) {
                statement.setMaxRows(2);
                statement.setString(1, "first");
                statement.clearParameters();
                statement.setString(1, "second");
                String inBells = bells.call(() -> all(statement.executeQuery()));
                String inTowers = all(statement.executeQuery());
                statement.setString(1, "third");
                return List.of(inBells, inTowers, all(statement.executeQuery()));
            }
        });

        assertThat(results)
                .containsExactly(
                        "second bells_rw 1, second bells_rw 2",
                        "second towers_rw 1, second towers_rw 2",
                        "third towers_rw 1, third towers_rw 2");
    }

    @Test
    void executesTwiceWhatWasPreparedWithItsRole() throws Exception {
        List<String> roles = towers.transact(() -> {
            try (var statement = prepared(ROLE)) {
                ResultSet rows = statement.executeQuery();
                String inTowers = first(rows);
                assertThat(statement.getMetaData().getColumnCount()).isOne();
                assertThat(rows.isClosed()).isFalse();
                return List.of(
                        inTowers, first(statement.executeQuery()), bells.call(() -> first(statement.executeQuery())));
            }
        });

        assertThat(roles).containsExactly(TOWERS, TOWERS, BELLS);
    }

    @Test
    void refusesOutsideATransactionWhatWasPreparedInOne() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var statement = towers.call(() -> connection.prepareStatement(ROLE));
            connection.setAutoCommit(true);

            assertThat(first(statement.executeQuery())).isEqualTo("application");
            assertThatExceptionOfType(StatementOutsideTransactionException.class)
                    .isThrownBy(() -> towers.call(statement::executeQuery));
        }
    }

    @Test
    void knowsTheParametersAndColumnsOfWhatWasPreparedWithItsRole() throws Exception {
        bells.transact(() -> {
            assertThat(prepared("select i from generate_series(1, ?) i")
                            .getParameterMetaData()
                            .getParameterCount())
                    .isOne();
            return "done";
        });
        bells.transact(() -> {
            assertThat(prepared("select i from generate_series(1, ?) i")
                            .getMetaData()
                            .getColumnName(1))
                    .isEqualTo("i");
            return "done";
        });
    }

    @Test
    void readsWithACursorFromTheFirstStatementOn() throws Exception {
        var reading = counter.during(() -> towers.transact(() -> {
            try (var rows = prepared("select i from generate_series(1, 50) i")) {
                rows.setFetchSize(10);
                return all(rows.executeQuery());
            }
        }));
        var readingPlainly = counter.during(() -> towers.transact(() -> {
            try (var rows = plain()) {
                rows.setFetchSize(10);
                return all(rows.executeQuery("select i from generate_series(1, 50) i"));
            }
        }));

        // The role, five times ten rows, the end, and the commit.
        assertThat(reading).hasCount(1).hasTrips(8);
        assertThat(readingPlainly).hasCount(1).hasTrips(8);
    }

    @Test
    void pointsAtTheErrorInTheStatement() {
        for (Work<?> wrong : List.<Work<?>>of(
                () -> prepared("select nonsense").executeQuery(), () -> plain().executeQuery("select nonsense"))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> towers.transact(wrong))
                    .withMessageContainingAll("\"nonsense\"", "Position: 8");
        }
    }

    @Test
    void saysWhichRoleTheLoginCannotAssume() {
        database.sql("revoke bells_rw from application granted by migrator").update();
        try {
            for (Work<?> refused : List.<Work<?>>of(
                    () -> prepared(ROLE).executeQuery(),
                    () -> plain().executeQuery(ROLE),
                    () -> connection()
                            .prepareStatement(ROLE, Statement.RETURN_GENERATED_KEYS)
                            .executeQuery())) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> bells.transact(refused))
                        .withMessageContaining(
                                "Module 'bells' runs its statements as role 'bells_rw', which the application's login cannot assume.");
            }
        } finally {
            database.sql("set role migrator; grant bells_rw to application with inherit false, set true; reset role")
                    .update();
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        return connection().prepareStatement(sql);
    }

    private Statement plain() throws SQLException {
        return connection().createStatement();
    }

    private static String all(ResultSet rows) throws SQLException {
        var values = new StringJoiner(", ");
        while (rows.next()) {
            values.add(rows.getString(1));
        }
        return values.toString();
    }

    private Connection connection() {
        return DataSourceUtils.getConnection(dataSource);
    }

    private CopyManager copy() throws SQLException {
        return connection().unwrap(PGConnection.class).getCopyAPI();
    }

    private static String copied(CopyManager copy) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        copy.copyOut("copy (select current_user) to stdout", out);
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static String first(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }

    private static void assertThatDenied(Work<?> work) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(work::call).withMessageContaining("permission denied");
    }
}
