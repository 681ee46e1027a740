package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.customers.UnknownCustomerException;
import com.example.shop.kernel.Roles;
import io.watertight.api.Actor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.NotPermittedException;
import io.watertight.testing.ActingAs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The service decides by itself who may see and change a customer, however it is reached. */
@CustomersTest
class CustomerAccessTests {

    @Autowired
    CustomerService customers;

    @Autowired
    ActingAs actors;

    String number = "";

    @BeforeEach
    void given() {
        number = "X-" + UUID.randomUUID();
        customers.register(new NewCustomer(number, "Ada", null, "France"));
    }

    static Stream<Actor> strangers() {
        return Stream.of(
                Actor.anonymous(),
                new Actor("eve", Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, "12356")),
                new Actor("nobody", Set.of(Roles.CUSTOMER), Map.of()),
                new Actor("bot", Set.of("reporting"), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refusesEveryChangeToOthersThanStaff(Actor stranger) {
        assertNothingCanBeChangedBy(stranger);
    }

    @Test
    void refusesEveryChangeToTheCustomerConcerned() {
        assertNothingCanBeChangedBy(self());
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void existsForStaffAndTheCustomerOnly(Actor stranger) {
        actors.as(stranger, () -> {
            assertThatExceptionOfType(UnknownCustomerException.class).isThrownBy(() -> customers.customer(number));
            assertThatExceptionOfType(UnknownCustomerException.class).isThrownBy(() -> customers.addresses(number));
            assertThatExceptionOfType(UnknownBuyerException.class).isThrownBy(() -> customers.buyer(number));
            assertThat(customers.customers(Set.of(number))).isEmpty();
        });
    }

    @Test
    void seesTheirOwnDataAndMayBuy() {
        actors.as(self(), () -> {
            assertThat(customers.customer(number).name()).isEqualTo("Ada");
            assertThat(customers.addresses(number)).isEmpty();
            assertThat(customers.buyer(number).number()).isEqualTo(number);
            assertThat(customers.customers(Set.of(number, "12356")))
                    .extracting(CustomerDto::number)
                    .containsExactly(number);
        });
    }

    @Test
    void isChangedByAClerk() {
        actors.as(new Actor("clerk", Set.of(Roles.CLERK), Map.of()), () -> {
            customers.revise(number, new CustomerRevision("Ada L.", null, "Spain"), ExpectedVersion.of(0));
            customers.deactivate(number);
        });
        assertThat(customers.customer(number).active()).isFalse();
    }

    private void assertNothingCanBeChangedBy(Actor actor) {
        CustomerDto before = customers.customer(number);
        actors.as(actor, () -> {
            assertRefused(() -> customers.register(new NewCustomer("X-" + UUID.randomUUID(), null, null, "France")));
            assertRefused(
                    () -> customers.revise(number, new CustomerRevision("Eve", null, "Spain"), ExpectedVersion.any()));
            assertRefused(() -> customers.replaceAddresses(
                    number, List.of(new AddressDto("home", "Street", "City", null, "Spain")), ExpectedVersion.any()));
            assertRefused(() -> customers.deactivate(number));
            assertRefused(() -> customers.reactivate(number));
            assertRefused(customers::unknownCountries);
            assertRefused(() -> customers.search(new CustomerQuery(null, null, null, 1, null)));
        });
        assertThat(customers.customer(number)).isEqualTo(before);
    }

    private Actor self() {
        return new Actor("ada", Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, number));
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(change);
    }
}
