package com.example.shop.remote;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** {@link CustomerService} over HTTP, in the process where it runs. */
@HttpExchange("/internal/customers")
public interface RemoteCustomerService extends CustomerService {

    @Override
    @PostExchange("/register")
    CustomerDto register(@RequestBody NewCustomer customer);

    @Override
    @PostExchange("/revise")
    CustomerDto revise(
            @RequestParam("number") String number, @RequestBody CustomerRevision revision, ExpectedVersion expected);

    @Override
    @PostExchange("/replace-addresses")
    CustomerDto replaceAddresses(
            @RequestParam("number") String number, @RequestBody List<AddressDto> addresses, ExpectedVersion expected);

    @Override
    @PostExchange("/deactivate")
    CustomerDto deactivate(@RequestParam("number") String number);

    @Override
    @PostExchange("/reactivate")
    CustomerDto reactivate(@RequestParam("number") String number);

    @Override
    @GetExchange("/customer")
    CustomerDto customer(@RequestParam("number") String number);

    @Override
    @GetExchange("/unknown-countries")
    List<String> unknownCountries();

    @Override
    @GetExchange("/addresses")
    List<AddressDto> addresses(@RequestParam("number") String number);

    @Override
    @PostExchange("/customers")
    List<CustomerDto> customers(@RequestBody Set<String> numbers);

    @Override
    @PostExchange("/search")
    PageDto<CustomerDto> search(@RequestBody CustomerQuery query);

    @Override
    @PostExchange("/buyer")
    BuyerDto buyer(@RequestParam("number") String number);
}
