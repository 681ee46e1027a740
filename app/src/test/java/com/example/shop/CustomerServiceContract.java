package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerExistsException;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.customers.UnknownCustomerException;
import com.example.shop.kernel.Roles;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What callers of {@link CustomerService} rely on, wherever it runs. */
abstract class CustomerServiceContract extends ServiceContract {

    private static final AddressDto HOME = new AddressDto("home", "1 High Street", "Cork", null, "Éire");

    abstract CustomerService customers();

    @Test
    void knowsACustomerAsRegistered() {
        CustomerDto customer = registered();
        assertThat(customers().customer(customer.number())).isEqualTo(customer);
        assertThat(customer.countryCode()).isEqualTo("IE");
        assertThat(customer.email()).isNull();
        assertThat(customers().customers(Set.of("unknown", customer.number()))).containsExactly(customer);
        assertThatExceptionOfType(CustomerExistsException.class)
                .isThrownBy(() -> customers().register(new NewCustomer(customer.number(), null, null, "Ireland")));
    }

    @Test
    void revisesTheVersionThatTheCallerHasSeen() {
        String number = registered().number();
        CustomerRevision revision = new CustomerRevision("Zoë", "zoe@example.org", "Ireland");
        assertThat(customers().revise(number, revision, ExpectedVersion.of(0)).name())
                .isEqualTo("Zoë");
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> customers().replaceAddresses(number, List.of(HOME), ExpectedVersion.of(0)));
    }

    @Test
    void keepsAddressesInTheirOrder() {
        String number = registered().number();
        AddressDto work = new AddressDto("work", "2 Low Street", "Cork", "T12", "Ireland");
        customers().replaceAddresses(number, List.of(work, HOME), ExpectedVersion.any());
        assertThat(customers().addresses(number)).containsExactly(work, HOME);
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> customers()
                        .replaceAddresses(
                                number,
                                List.of(new AddressDto("", "2 Low Street", "Cork", null, "Ireland")),
                                ExpectedVersion.any()));
    }

    @Test
    void letsActiveCustomersBuyOnly() {
        CustomerDto customer = registered();
        String number = customer.number();
        assertThat(customers().buyer(number)).isEqualTo(new BuyerDto(number, customer.country(), customer.version()));
        assertThat(customers().deactivate(number).active()).isFalse();
        assertThatExceptionOfType(CustomerInactiveException.class)
                .isThrownBy(() -> customers().buyer(number))
                .withMessage(new CustomerInactiveException(number).getMessage());
        assertThat(customers().reactivate(number).active()).isTrue();
        assertThat(customers().buyer(number).number()).isEqualTo(number);
        assertThatExceptionOfType(UnknownBuyerException.class)
                .isThrownBy(() -> customers().buyer("unknown"));
    }

    @Test
    void listsInPages() {
        CustomerDto customer = registered();
        assertThat(PageDto.walk(next -> customers().search(new CustomerQuery(null, null, null, 500, next))))
                .contains(customer);
    }

    @Test
    void showsCustomersNobodyElse() {
        String number = registered().number();
        actAs(Roles.CUSTOMER);
        assertThatExceptionOfType(UnknownCustomerException.class)
                .isThrownBy(() -> customers().customer(number))
                .withMessage(new UnknownCustomerException(number).getMessage());
    }

    private CustomerDto registered() {
        return customers().register(new NewCustomer(ShopClient.fresh("CS"), "Zoe", null, "Éire"));
    }
}
