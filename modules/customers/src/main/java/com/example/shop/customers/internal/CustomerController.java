package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Roles;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleReads;
import io.watertight.csv.CsvExport;
import io.watertight.pattern.Download;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class CustomerController {

    private static final CsvExport<CustomerDto> CSV = new CsvExport<CustomerDto>()
            .column("number", CustomerDto::number)
            .column("name", CustomerDto::name)
            .column("email", CustomerDto::email)
            .column("country", CustomerDto::country)
            .column("countryCode", CustomerDto::countryCode)
            .column("active", CustomerDto::active);

    private final CustomerService customers;

    CustomerController(CustomerService customers) {
        this.customers = customers;
    }

    @PostMapping("/customers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CustomerDto> register(@RequestBody NewCustomer customer) {
        CustomerDto registered = customers.register(customer);
        return ResponseEntity.created(URI.create("/api/customers/" + registered.number()))
                .body(registered);
    }

    @GetMapping("/customers")
    PageDto<CustomerDto> search(CustomerQuery query) {
        return customers.search(query);
    }

    @GetMapping("/customers/{number}")
    @RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
    CustomerDto customer(@PathVariable String number) {
        return customers.customer(number);
    }

    @PutMapping("/customers/{number}")
    CustomerDto revise(@PathVariable String number, ExpectedVersion expected, @RequestBody CustomerRevision revision) {
        return customers.revise(number, revision, expected);
    }

    @GetMapping("/customers/{number}/addresses")
    @RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
    ResponseEntity<List<AddressDto>> addresses(@PathVariable String number) {
        // The version first: a change between the two reads must not be overwritten unnoticed.
        String version = customers.customer(number).entityTag();
        return ResponseEntity.ok().eTag(version).body(customers.addresses(number));
    }

    @PutMapping("/customers/{number}/addresses")
    CustomerDto replaceAddresses(
            @PathVariable String number, ExpectedVersion expected, @RequestBody List<AddressDto> addresses) {
        return customers.replaceAddresses(number, addresses, expected);
    }

    @PostMapping("/customers/{number}/deactivate")
    CustomerDto deactivate(@PathVariable String number) {
        return customers.deactivate(number);
    }

    @PostMapping("/customers/{number}/reactivate")
    CustomerDto reactivate(@PathVariable String number) {
        return customers.reactivate(number);
    }

    /** What the list shows for the same parameters, as a file. */
    @GetMapping(path = "/exports/customers", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(CustomerQuery query) {
        Stream<CustomerDto> found =
                PageDto.walk(next -> StaleReads.allow(() -> customers.search(query.page(PageDto.MAX_LIMIT, next))));
        return Download.csv("customers.csv", target -> CSV.write(found, target));
    }
}
