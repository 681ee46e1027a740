package com.example.shop.orders;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerInactive;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyer;
import com.example.shop.kernel.ExpectedVersion;
import com.example.shop.kernel.PageDto;
import java.util.List;
import java.util.Set;

/** Everybody is a customer from EIRE, except NOBODY; INACTIVE may not buy. */
public class InMemoryCustomers implements CustomerService {

    @Override
    public BuyerDto buyer(String number) {
        return switch (number) {
            case "NOBODY" -> throw new UnknownBuyer(number);
            case "INACTIVE" -> throw new CustomerInactive(number);
            default -> new BuyerDto(number, "EIRE", 3);
        };
    }

    @Override
    public CustomerDto register(NewCustomer customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerDto revise(String number, CustomerRevision revision, ExpectedVersion expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerDto replaceAddresses(String number, List<AddressDto> addresses, ExpectedVersion expected) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerDto deactivate(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerDto reactivate(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerDto customer(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AddressDto> addresses(String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CustomerDto> customers(Set<String> numbers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PageDto<CustomerDto> search(CustomerQuery query) {
        throw new UnsupportedOperationException();
    }
}
