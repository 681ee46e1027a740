package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerExistsException;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.customers.UnknownCustomerException;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

@CustomersTest
class CustomerTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AddressDto HOME = new AddressDto("home", "Hauptstrasse 1", "Wien", "1010", "Austria");
    private static final AddressDto WORK = new AddressDto("work", "High Street 2", "London", null, "United Kingdom");

    @Autowired
    CustomerService customers;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    StatementCounter statements;

    @Autowired
    WholeDatabase database;

    @Test
    void isKnownByNumberAndNeedsLittleElse() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, null, null, "EIRE"));
        assertThat(customers.customer(number)).isEqualTo(new CustomerDto(number, null, null, "EIRE", "IE", true, 0));
    }

    @Test
    void takesANumberOnceAndPointsAtItsCustomer() {
        String number = registered();
        assertThatExceptionOfType(CustomerExistsException.class)
                .isThrownBy(() -> customers.register(new NewCustomer(number, null, null, "France")))
                .satisfies(it ->
                        assertThat(it.extensions()).containsEntry("existing", URI.create("/api/customers/" + number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "-a", "Ä"})
    void refusesANumberThatNoAddressCarries(String number) {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> customers.register(new NewCustomer(number, null, null, "France")));
    }

    @Test
    void forgetsWhatARevisionLeavesOut() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, "Ada", "ada@example.com", "France"));
        CustomerDto revised =
                customers.revise(number, new CustomerRevision("Ada L.", null, "Spain"), ExpectedVersion.of(0));
        assertThat(revised).isEqualTo(new CustomerDto(number, "Ada L.", null, "Spain", "ES", true, 1));
        assertThat(customers.customer(number)).isEqualTo(revised);
    }

    @Test
    void refusesARevisionOfWhatTheCallerHasNotSeen() {
        String number = registered();
        customers.deactivate(number);
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() ->
                        customers.revise(number, new CustomerRevision(null, null, "Spain"), ExpectedVersion.of(0)));
    }

    @Test
    void writesNothingWhereARevisionChangesNothing() {
        String number = registered();
        customers.replaceAddresses(number, List.of(HOME), ExpectedVersion.of(0));
        CustomerDto now = customers.customer(number);
        ExpectedVersion version = ExpectedVersion.of(now.version());
        assertThat(customers.revise(number, new CustomerRevision(now.name(), now.email(), now.country()), version))
                .isEqualTo(now);
        assertThat(customers.replaceAddresses(number, List.of(HOME), version)).isEqualTo(now);
        assertThat(actions(number)).containsExactly("register", "replaceAddresses");
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> customers.replaceAddresses(number, List.of(HOME), ExpectedVersion.of(0)));
    }

    @Test
    void keepsAddressesInTheCustomersOrder() {
        String number = registered();
        customers.replaceAddresses(number, List.of(WORK, HOME), ExpectedVersion.of(0));
        assertThat(customers.addresses(number)).containsExactly(WORK, HOME);
        CustomerDto revised =
                customers.revise(number, new CustomerRevision(null, null, "Spain"), ExpectedVersion.of(1));
        assertThat(customers.addresses(number)).containsExactly(WORK, HOME);
        customers.replaceAddresses(number, List.of(HOME), ExpectedVersion.of(revised.version()));
        assertThat(customers.addresses(number)).containsExactly(HOME);
    }

    @Test
    void namesTheAddressThatIsIncomplete() {
        String number = registered();
        AddressDto nowhere = new AddressDto("home", "", "Wien", null, "Austria");
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> customers.replaceAddresses(number, List.of(HOME, nowhere), ExpectedVersion.any()))
                .withMessageContaining("[1].street");
    }

    @Test
    void announcesADeactivationOnce(AssertablePublishedEvents events) {
        String number = registered();
        customers.deactivate(number);
        assertThat(customers.deactivate(number).active()).isFalse();
        assertThat(events.ofType(CustomerDeactivated.class).matching(CustomerDeactivated::number, number::equals))
                .hasSize(1);
    }

    @Test
    void writesDownADeactivationOnceBecauseRepeatingItNeitherWritesNorLocks() {
        String number = registered();
        customers.deactivate(number);
        customers.deactivate(number);
        assertThat(actions(number)).containsExactly("register", "deactivate");
    }

    private List<String> actions(String number) {
        return database.sql("select action from audit.entry where subject = :number order by id")
                .param("number", number)
                .query(String.class)
                .list();
    }

    @Test
    void mayBuyUnlessDeactivatedAndAgainWhenWelcomedBack() {
        String number = registered();
        assertThat(customers.buyer(number)).isEqualTo(new BuyerDto(number, "France", 0));
        customers.deactivate(number);
        assertThatExceptionOfType(CustomerInactiveException.class).isThrownBy(() -> customers.buyer(number));
        customers.reactivate(number);
        assertThat(customers.reactivate(number).active()).isTrue();
        assertThat(customers.buyer(number).number()).isEqualTo(number);
    }

    @Test
    void cannotBeDeactivatedWhileTheyAreBuying() throws Exception {
        String number = registered();
        CompletableFuture<CustomerDto> deactivation = new CompletableFuture<>();
        transactions.executeWithoutResult(_ -> {
            customers.buyer(number);
            deactivation.completeAsync(() -> customers.deactivate(number));
            // It waits for the lock for 700 ms at most.
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> deactivation.get(200, TimeUnit.MILLISECONDS));
        });
        assertThat(deactivation.get(10, TimeUnit.SECONDS).active()).isFalse();
    }

    @Test
    void letsTwoOrdersOfOneCustomerPassAtOnce() {
        String number = registered();
        transactions.executeWithoutResult(_ -> {
            customers.buyer(number);
            assertThat(CompletableFuture.supplyAsync(() -> customers.buyer(number)))
                    .succeedsWithin(Duration.ofSeconds(5));
        });
    }

    @Test
    void doesNotKnowWhoNobodyRegistered() {
        assertThatExceptionOfType(UnknownCustomerException.class).isThrownBy(() -> customers.customer("NOBODY"));
        assertThatExceptionOfType(UnknownCustomerException.class).isThrownBy(() -> customers.addresses("NOBODY"));
        assertThatExceptionOfType(UnknownCustomerException.class).isThrownBy(() -> customers.deactivate("NOBODY"));
        assertThatExceptionOfType(UnknownCustomerException.class).isThrownBy(() -> customers.reactivate("NOBODY"));
        assertThatExceptionOfType(UnknownBuyerException.class).isThrownBy(() -> customers.buyer("NOBODY"));
    }

    @Test
    void findsWordsInNumberNameMailAndCountry() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, "Grace Hopper", "grace@navy.example", "Channel Islands"));
        assertThat(found("hop gra", null, null)).contains(number);
        assertThat(found("channel", null, null)).contains(number);
        assertThat(found(null, "Channel Islands", true)).contains(number);
        assertThat(found(null, "Channel", null)).doesNotContain(number);
        assertThat(found(null, null, false)).doesNotContain(number);
    }

    @Test
    void findsACountryHoweverItIsSpelled() {
        String number = freshNumber();
        String other = freshNumber();
        customers.register(new NewCustomer(number, null, null, "REPUBLIC OF IRELAND"));
        customers.register(new NewCustomer(other, null, null, "Lemuria"));
        for (String spelling : List.of("Eire", "ie", "Ireland", "republic of\u00a0ireland")) {
            assertThat(found(null, spelling, null)).contains(number).doesNotContain(other);
        }
        assertThat(found(null, "lemuria", null)).contains(other);
        assertThat(customers.customer(number).country()).isEqualTo("REPUBLIC OF IRELAND");
        assertThat(customers.customer(number).countryCode()).isEqualTo("IE");
        assertThat(customers.customer(other).countryCode()).isNull();
    }

    @Test
    void listsTheCountriesThatNobodyKnows() {
        customers.register(new NewCustomer(freshNumber(), null, null, "Avalon"));
        assertThat(customers.unknownCountries()).contains("Avalon").doesNotContain("France");
    }

    @Test
    void asksForTheCountriesInUseWithOneStatementMore() {
        assertThat(statements.during(() -> found(null, "France", null))).hasCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smørre", "SMORRE", "smo\u0308rre"})
    void findsANameWithoutItsAccents(String words) {
        String number = freshNumber();
        customers.register(new NewCustomer(number, "Smørrebrød", null, "Denmark"));
        assertThat(found(words, null, null)).contains(number);
    }

    @Test
    void isTheSameHoweverTheNumberIsTyped() {
        String number = registered();
        assertThat(customers
                        .customer(" " + number.replace('-', '\u2011') + "\u200b")
                        .number())
                .isEqualTo(number);
        assertThat(customers.buyer("\uFF23" + number.substring(1)).number()).isEqualTo(number);
    }

    @Test
    void leavesNoEntryInTheAuditTrailWhereACustomerWasMerelyLocked() {
        String number = registered();
        customers.buyer(number);
        assertThat(database.sql("select action from audit.entry where subject = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly("register");
    }

    @Test
    void walksPagesByKey() {
        List.of(1, 2, 3, 4, 5).forEach(_ -> registered());
        List<String> walked = new ArrayList<>();
        PageDto<CustomerDto> page = customers.search(query(null, null, null, 2, null));
        walked.addAll(numbersOf(page));
        while (page.next() != null) {
            page = customers.search(query(null, null, null, 2, page.next()));
            walked.addAll(numbersOf(page));
        }
        assertThat(walked).doesNotHaveDuplicates().isSorted().hasSizeGreaterThanOrEqualTo(5);
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> customers.search(query(null, null, null, 2, "made-up")));
    }

    @Test
    void answersASetOfNumbersInTheirOrder() {
        String first = registered();
        String second = registered();
        assertThat(customers.customers(Set.of(second, first, "NOBODY")))
                .extracting(CustomerDto::number)
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberOfCustomersInOneStatement(int rows) {
        for (int i = 0; i < rows; i++) {
            String number = registered();
            if (i < 3) {
                customers.replaceAddresses(number, List.of(HOME, WORK), ExpectedVersion.any());
            }
        }
        assertThat(statements.during(() -> assertThat(customers
                                .search(query(null, null, null, rows, null))
                                .items())
                        .hasSize(rows)))
                .hasCount(1);
    }

    private static CustomerQuery query(
            @Nullable String words,
            @Nullable String country,
            @Nullable Boolean active,
            int limit,
            @Nullable String cursor) {
        return new CustomerQuery(words, country, active, limit, cursor);
    }

    private List<String> found(@Nullable String words, @Nullable String country, @Nullable Boolean active) {
        return numbersOf(customers.search(query(words, country, active, 500, null)));
    }

    private static List<String> numbersOf(PageDto<CustomerDto> page) {
        return page.items().stream().map(CustomerDto::number).toList();
    }

    private String registered() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, null, null, "France"));
        return number;
    }

    private static String freshNumber() {
        return "C-%06d".formatted(NEXT.incrementAndGet());
    }
}
