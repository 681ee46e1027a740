package io.watertight.boundary.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.BellLedger;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.bells.Cast;
import io.watertight.proof.towers.Belfry;
import io.watertight.proof.towers.TowerService;
import io.watertight.proof.towers.Watchman;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Which role a statement has, by where the call comes from. */
@PlatformTest
class EnteredModuleTests {

    private static final String BELLS = "bells_rw";
    private static final String TOWERS = "towers_rw";
    private static final String LOGIN = "application";

    @Autowired
    BellService bells;

    @Autowired
    TowerService towers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    WholeDatabase database;

    @Test
    void givesItsRoleUntilItIsLeft() throws Exception {
        List<String> roles = towers.transact(() -> List.of(role(), bells.call(this::role), role()));

        assertThat(roles).containsExactly(TOWERS, BELLS, TOWERS);
        assertThat(role()).isEqualTo(LOGIN);
    }

    @Test
    void givesItsRoleAgainAfterAnExceptionInAnother() throws Exception {
        List<String> roles = towers.transact(() -> {
            var seen = new ArrayList<String>();
            try {
                bells.call(() -> {
                    seen.add(role());
                    throw new IOException("on purpose");
                });
            } catch (IOException _) {
                seen.add(role());
            }
            return seen;
        });

        assertThat(roles).containsExactly(BELLS, TOWERS);
    }

    @Test
    void givesItsRoleAgainAfterAnotherHasBeenRolledBackToASavepoint() throws Exception {
        List<String> roles = towers.transact(() -> {
            var seen = new ArrayList<String>();
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> bells.transactNested(() -> {
                        seen.add(role());
                        return jdbc.sql("select 1 / 0").query(Integer.class).single();
                    }));
            seen.add(role());
            seen.add(bells.call(this::role));
            return seen;
        });

        assertThat(roles).containsExactly(BELLS, TOWERS, BELLS);
    }

    @Test
    void givesItsRoleToATransactionBegunInside() throws Exception {
        List<String> roles = towers.transact(() -> List.of(
                role(),
                bells.transactAnew(() -> bells.call(this::role) + towers.call(this::role)),
                towers.transactAnew(this::role),
                role()));

        assertThat(roles).containsExactly(TOWERS, BELLS + TOWERS, TOWERS, TOWERS);
    }

    @Test
    void losesItsRoleWithTheTransaction() throws Exception {
        var seen = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            towers.transact(this::role);
            seen.add(role());
            transactions.executeWithoutResult(_ -> seen.add(role()));
        }

        assertThat(seen).hasSize(40).containsOnly(LOGIN);
    }

    @Test
    void givesItsRoleInsideOfATransactionOfNobody() {
        List<String> roles = transactions.execute(_ -> {
            try {
                return List.of(role(), towers.call(this::role), role(), bells.call(this::role), role());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(roles).containsExactly(LOGIN, TOWERS, LOGIN, BELLS, LOGIN);
    }

    @Test
    void switchesOnlyWhereAStatementNeedsIt(@Autowired StatementCounter counter) throws Exception {
        var statements = counter.during(() -> towers.transact(() -> {
            bells.call(() -> "no statement");
            role();
            bells.call(() -> bells.call(() -> "none either"));
            role();
            return towers.call(this::role);
        }));

        assertThat(statements).hasCount(3).hasTrips(4);
        assertThat(statements.roleCount()).isZero();
    }

    @Test
    void refusesAStatementOutsideOfATransaction() {
        assertThatExceptionOfType(StatementOutsideTransactionException.class)
                .isThrownBy(() -> towers.call(() -> jdbc.sql("insert into towers.tower (name) values ('none')")
                        .update()))
                .withMessageStartingWith("Module 'towers' executes a statement outside a transaction")
                .withMessageContaining("@Transactional");
        assertThat(database.sql("select count(*) from towers.tower where name = 'none'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isNotEnteredByAThreadThatIsBegunInside() throws Exception {
        String role = towers.transact(() -> {
            role();
            return CompletableFuture.supplyAsync(
                            this::role, task -> Thread.ofVirtual().start(task))
                    .get();
        });

        assertThat(role).isEqualTo(LOGIN);
    }

    @Test
    void isEnteredByWhateverTheContainerCalls(
            @Autowired Watchman watchman, @Autowired BellLedger ledger, @Autowired ApplicationEventPublisher events) {
        transactions.executeWithoutResult(_ -> events.publishEvent(new Cast("new")));

        await().untilAsserted(() -> assertThat(watchman.roles())
                .containsOnlyKeys("runner", "scheduled", "listener", "listener after commit", "module listener"));
        assertThat(watchman.roles().values()).containsOnly(TOWERS);
        await().untilAsserted(() -> assertThat(ledger.rolesOfTheTask()).containsExactly(BELLS));
    }

    @Test
    void announcesEventsWhoseFurtherFateIsNotItsOwn(@Autowired ApplicationEventPublisher events) throws Exception {
        String bell = UUID.randomUUID().toString();

        bells.transact(() -> {
            role();
            events.publishEvent(new Cast(bell));
            return role();
        });

        await().untilAsserted(() -> assertThat(database.sql("""
                        select listener_id from events.event_publication
                         where serialized_event like ? and status = 'COMPLETED'""")
                        .param("%" + bell + "%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("towers.after-commit", "towers.later"));
    }

    @Test
    void isNotEnteredThroughABeanThatNoProxyCanStandFor(@Autowired Belfry belfry) {
        assertThat(belfry.name()).isEqualTo("belfry");
    }

    private String role() {
        return jdbc.sql("select current_user").query(String.class).single();
    }
}
