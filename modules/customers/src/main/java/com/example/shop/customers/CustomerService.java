package com.example.shop.customers;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursor;
import io.watertight.api.NotPermitted;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * What other modules may ask about customers. Every method joins the caller's transaction or starts one; commands that
 * break their own constraints are refused by {@link jakarta.validation.ConstraintViolationException}.
 *
 * <p>A customer sees himself and nobody else: to him, others do not exist. Everything else is for staff, and refused to
 * all others by {@link NotPermitted}.
 */
public interface CustomerService {

    /**
     * @throws CustomerExists if the number is taken
     */
    CustomerDto register(@Valid NewCustomer customer);

    /**
     * Replaces what is known of a customer, except his addresses.
     *
     * @throws UnknownCustomer if there is none
     * @throws StaleVersion if it has changed since the expected version
     */
    CustomerDto revise(String number, @Valid CustomerRevision revision, ExpectedVersion expected);

    /**
     * Replaces all addresses of a customer.
     *
     * @param addresses in the order in which the customer wants to see them
     * @throws UnknownCustomer if there is none
     * @throws StaleVersion if it has changed since the expected version
     */
    CustomerDto replaceAddresses(
            String number, @Size(max = 20) List<@NotNull @Valid AddressDto> addresses, ExpectedVersion expected);

    /**
     * Bars a customer from buying; announced by {@link CustomerDeactivated}. Repeating it changes nothing.
     *
     * @throws UnknownCustomer if there is none
     */
    CustomerDto deactivate(String number);

    /**
     * Lets a customer buy again. Orders that were cancelled stay cancelled. Repeating it changes nothing.
     *
     * @throws UnknownCustomer if there is none
     */
    CustomerDto reactivate(String number);

    /**
     * @throws UnknownCustomer if there is none
     */
    CustomerDto customer(String number);

    /**
     * @throws UnknownCustomer if there is none
     */
    List<AddressDto> addresses(String number);

    /** The customers among these that exist for the caller, in the order of their numbers. */
    List<CustomerDto> customers(@Size(max = CustomerQuery.MAX_LIMIT) Set<String> numbers);

    /**
     * A page of customers in the order of their numbers.
     *
     * @throws InvalidCursor if the query's cursor is not one of this list
     */
    PageDto<CustomerDto> search(@Valid CustomerQuery query);

    /**
     * The customer as a buyer. Until the caller's transaction ends he cannot be deactivated, so that an order ends as if
     * it had come either before or after that.
     *
     * @throws UnknownBuyer if there is none
     * @throws CustomerInactive if he may not buy
     */
    BuyerDto buyer(String number);
}
