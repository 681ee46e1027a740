package com.example.shop.orders;

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
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everybody is a customer from EIRE whose name has an ampersand and a tag in it, except NOBODY and all who are no more than a
 * name in small letters; INACTIVE is deactivated, and NO is called No. Whoever changes them finds them as they were. It remembers whom it was asked for.
 */
public class InMemoryCustomers implements CustomerService {

    private final List<Set<String>> asked = new CopyOnWriteArrayList<>();

    /** What each call asked for by number. */
    public List<Set<String>> asked() {
        return asked;
    }

    @Override
    public BuyerDto buyer(String number) {
        return switch (number) {
            case "NOBODY" -> throw new UnknownBuyerException(number);
            case "INACTIVE" -> throw new CustomerInactiveException(number);
            default -> new BuyerDto(number, "EIRE", 3);
        };
    }

    @Override
    public CustomerDto customer(String number) {
        return customers(Set.of(number)).stream().findFirst().orElseThrow(() -> new UnknownCustomerException(number));
    }

    @Override
    public List<AddressDto> addresses(String number) {
        return List.of();
    }

    @Override
    public CustomerDto register(NewCustomer customer) {
        throw new CustomerExistsException(customer.number());
    }

    @Override
    public CustomerDto revise(String number, CustomerRevision revision, ExpectedVersion expected) {
        throw new StaleVersionException();
    }

    @Override
    public CustomerDto replaceAddresses(String number, List<AddressDto> addresses, ExpectedVersion expected) {
        throw new StaleVersionException();
    }

    @Override
    public CustomerDto deactivate(String number) {
        return customer(number);
    }

    @Override
    public CustomerDto reactivate(String number) {
        return customer(number);
    }

    @Override
    public List<CustomerDto> customers(Set<String> numbers) {
        asked.add(numbers);
        return numbers.stream()
                .filter(it -> !it.equals("NOBODY") && !it.equals(it.toLowerCase(Locale.ROOT)))
                .sorted()
                .map(InMemoryCustomers::find)
                .toList();
    }

    private static CustomerDto find(String number) {
        String name = number.equals("NO") ? "No" : "<b>Tom & Co</b> " + number;
        return new CustomerDto(number, name, null, "EIRE", "IE", !number.equals("INACTIVE"), 3);
    }

    @Override
    public PageDto<CustomerDto> search(CustomerQuery query) {
        return new PageDto<>(List.of(find("FOUND-" + query.words())), null);
    }

    @Override
    public List<String> unknownCountries() {
        return List.of();
    }
}
