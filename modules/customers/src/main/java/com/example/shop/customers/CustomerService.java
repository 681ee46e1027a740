package com.example.shop.customers;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.NotPermittedException;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * Registers, changes and finds customers. Every method joins the caller's transaction or starts one; commands that
 * break their own constraints are refused with {@link jakarta.validation.ConstraintViolationException}.
 *
 * <p>Customers see only themselves: for them, others do not exist. Everything else is for staff only; all others get a
 * {@link NotPermittedException}. An unknown number is refused with {@link UnknownCustomerException}.
 */
public interface CustomerService {

    /** @throws CustomerExistsException if the number is taken */
    CustomerDto register(@Valid NewCustomer customer);

    /**
     * Replaces what is known of a customer, except the addresses; writes nothing if it is the same.
     *
     * @throws StaleVersionException if it has changed since the expected version
     */
    CustomerDto revise(String number, @Valid CustomerRevision revision, ExpectedVersion expected);

    /**
     * Replaces all addresses of a customer.
     *
     * @param addresses in the order in which the customer wants to see them
     * @throws StaleVersionException if it has changed since the expected version
     */
    CustomerDto replaceAddresses(
            String number, @Size(max = 20) List<@NotNull @Valid AddressDto> addresses, ExpectedVersion expected);

    /** Bars a customer from ordering; announced by {@link CustomerDeactivated}. Repeating it changes nothing. */
    CustomerDto deactivate(String number);

    /** Lets a customer order again. Orders that were cancelled stay cancelled. Repeating it changes nothing. */
    CustomerDto reactivate(String number);

    /** The customer with that number. */
    CustomerDto customer(String number);

    /** The addresses of a customer, in the order in which they want to see them. */
    List<AddressDto> addresses(String number);

    /** The customers among these that exist for the caller, in the order of their numbers. */
    List<CustomerDto> customers(@Size(max = PageDto.MAX_LIMIT) Set<String> numbers);

    /** A page of customers in the order of their numbers. */
    PageDto<CustomerDto> search(@Valid CustomerQuery query);

    /** The spellings of unknown countries, for staff to check. */
    List<String> unknownCountries();

    /**
     * The customer as a buyer. Until the caller's transaction ends they cannot be deactivated, so that an order ends as if
     * it had come either before or after that.
     *
     * @throws UnknownBuyerException if there is none
     * @throws CustomerInactiveException if they are deactivated
     */
    BuyerDto buyer(String number);
}
