package io.watertight.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.watertight.api.CurrentCommand;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.operations.audit.JdbcAuditTrail.Entry;
import io.watertight.operations.audit.JdbcAuditTrail.Filter;
import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.BellFoundry;
import io.watertight.proof.bells.BellFoundry.BellDto;
import io.watertight.proof.bells.BellLedger;
import io.watertight.proof.bells.BellService;
import io.watertight.proof.towers.TowerKeeper;
import io.watertight.testing.statements.StatementCounter;
import io.watertight.testing.statements.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

@PlatformTest
class AuditTrailTests {

    @Autowired
    BellFoundry foundry;

    @Autowired
    BellLedger ledger;

    @Autowired
    TowerKeeper keeper;

    @Autowired
    BellService bells;

    @Autowired
    JdbcAuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    StatementCounter statements;

    @Autowired
    RestTestClient http;

    private final String name = "bell " + UUID.randomUUID();

    @Test
    void saysWhoHadWhichModuleDoWhat() {
        foundry.cast(name, List.of("vine", "lion"));

        assertThat(entriesAbout(name)).singleElement().satisfies(it -> {
            assertThat(it.actor()).isEqualTo("tester");
            assertThat(it.module()).isEqualTo("bells");
            assertThat(it.action()).isEqualTo("cast");
            assertThat(it.request()).isEqualTo("{\"name\":\"%s\",\"ornaments\":[\"vine\",\"lion\"]}".formatted(name));
        });
    }

    @Test
    void findsItsSubjectInTheResultOrAmongTheArguments() {
        foundry.cast(name, List.of());
        foundry.melt(name);

        assertThat(entriesAbout(name)).extracting(Entry::action).containsExactly("melt", "cast");
    }

    @Test
    void takesNoMethodForAComponent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> foundry.polish(name))
                .withMessageContaining("has no component 'toString'");
        assertThat(entriesAbout(name)).isEmpty();
    }

    @Test
    void tellsOfManyThingsInOneStatement() throws Exception {
        String other = name + " II";
        bells.call(() -> {
            assertThat(statements.during(() -> ledger.recast(Map.of(name, new BellDto(name, 3), other, "plain"))))
                    .hasCount(3);
            assertThat(statements.during(() -> ledger.recast(Map.of()))).hasCount(0);
            return "done";
        });

        assertThat(entriesAbout(name)).singleElement().satisfies(it -> {
            assertThat(it.actor()).isEqualTo("tester");
            assertThat(it.module()).isEqualTo("bells");
            assertThat(it.action()).isEqualTo("recast");
            assertThat(it.request()).isEqualTo("{\"name\":\"%s\",\"ornaments\":3}".formatted(name));
        });
        assertThat(entriesAbout(other)).extracting(Entry::request).containsExactly("\"plain\"");
    }

    @Test
    void tellsOfEachThingThatACommandTakes() {
        String other = name + " II";
        foundry.cast(name, List.of());
        foundry.meltAll(List.of(name, other, name));

        assertThat(entriesAbout(name)).hasSize(2).first().satisfies(it -> {
            assertThat(it.action()).isEqualTo("meltAll");
            assertThat(it.request()).isEqualTo("{}");
        });
        assertThat(entriesAbout(other)).hasSize(1);
    }

    @Test
    void tellsNothingOfWhatIsAPartOfACommandThatHasSeveralTransactions() {
        CurrentCommand.run("found", () -> foundry.cast(name, List.of()));

        assertThat(foundry.count()).isPositive();
        assertThat(entriesAbout(name)).isEmpty();
    }

    @Test
    void tellsNothingOfACommandThatFoundNothingToDo() {
        foundry.ponder(name);

        assertThat(entriesAbout(name)).isEmpty();
    }

    @Test
    void tellsNothingOfACommandThatMerelyLockedWhatItRead() {
        foundry.cast(name, List.of());
        foundry.guard(name);

        assertThat(entriesAbout(name)).extracting(Entry::action).containsExactly("cast");
    }

    @Test
    void tellsOfACommandThatMakesUseOfOneThatChangesNothing() {
        keeper.guard("tower of " + name, name);

        assertThat(entriesAbout("tower of " + name)).extracting(Entry::action).containsExactly("guard");
    }

    @Test
    void costsOneStatementAndNoneForAQuestion() {
        Statements casting = statements.during(() -> foundry.cast(name, List.of()));

        assertThat(casting).hasCount(2).hasTrips(3);
        assertThat(casting.roleCount()).isZero();
        assertThat(statements.during(() -> foundry.count())).hasCount(1);
    }

    @Test
    void keepsNothingOfWhatFailed() {
        assertThatIllegalStateException().isThrownBy(() -> foundry.spoil(name));

        assertThat(entriesAbout(name)).isEmpty();
    }

    @Test
    void fallsWithTheTransactionOfTheCaller() {
        transactions.executeWithoutResult(transaction -> {
            foundry.cast(name, List.of());
            assertThat(entriesAbout(name)).hasSize(1);
            transaction.setRollbackOnly();
        });

        assertThat(entriesAbout(name)).isEmpty();
    }

    @Test
    void hasOneEntryForACommandThatMakesUseOfAnother() {
        keeper.equip("tower of " + name, name);

        assertThat(entriesAbout(name)).isEmpty();
        assertThat(entriesAbout("tower of " + name))
                .singleElement()
                .satisfies(it -> assertThat(it.module()).isEqualTo("towers"));
    }

    @Test
    void keepsALongRequestWholeAndShowsItsBeginning() {
        foundry.cast(name, List.of("\uD83D\uDD14".repeat(30_000), "the end"));

        assertThat(entriesAbout(name)).singleElement().satisfies(it -> {
            assertThat(it.request()).startsWith("{\"name\"").hasSizeLessThan(10_000);
            assertThat(it.cut()).isTrue();
        });
        assertThat(jdbc.sql("select request from audit.entry where subject = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .contains("the end");
    }

    @Test
    void isReadPageByPageTheLatestFirst() {
        for (int times = 0; times < 5; times++) {
            foundry.cast(name, List.of("ornament " + times));
        }
        Filter filter = new Filter("tester", "bells", name);
        List<Entry> read = new ArrayList<>();
        String cursor = null;
        do {
            PageDto<Entry> page = trail.entries(filter, cursor, 2);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(read)
                .extracting(Entry::request)
                .map(it -> it.replaceAll(".*ornament (\\d).*", "$1"))
                .containsExactly("4", "3", "2", "1", "0");
        String other = trail.entries(filter, null, 2).next();
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> trail.entries(new Filter(null, null, null), other, 2));
        assertThat(trail.entries(new Filter("nobody", null, name), null, 2).items())
                .isEmpty();
        assertThat(trail.entries(new Filter(null, "towers", name), null, 2).items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from audit.entry",
                "update audit.entry set actor = 'another'",
                "delete from audit.entry",
                "truncate audit.entry"
            })
    void isOutOfReachForAModule(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> bells.transact(() -> {
                    jdbc.sql(sql).query().listOfRows();
                    return "done";
                }))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit.entry set actor = 'another'", "delete from audit.entry", "truncate audit.entry"})
    void isNotForTheApplicationToChange(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @Test
    void isShownAsTextWhateverItSays() {
        foundry.cast("<script>alert(1)</script>" + name, List.of("</pre><img src=x onerror=alert(2)>"));

        String page = http.get()
                .uri("/audit?module=bells")
                .accept(MediaType.TEXT_HTML)
                .header(StatementCounter.HEADER, name)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();

        assertThat(page)
                .contains("tester", "&lt;script&gt;alert(1)", "&lt;img src=x onerror")
                .doesNotContain("<script>alert", "<img src=x");
        assertThat(statements.of(name)).hasCount(1);
    }

    private List<Entry> entriesAbout(String subject) {
        return trail.entries(new Filter(null, null, subject), null, 100).items();
    }
}
