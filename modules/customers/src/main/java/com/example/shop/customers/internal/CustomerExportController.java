package com.example.shop.customers.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;

import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import io.watertight.api.PageDto;
import io.watertight.csv.CsvExport;
import io.watertight.pattern.Download;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The customers that the list shows for the same parameters, as a file. */
@RestController
@RolesAllowed({CLERK, ADMIN})
class CustomerExportController {

    private final CustomerService customers;

    CustomerExportController(CustomerService customers) {
        this.customers = customers;
    }

    @GetMapping(path = "/api/exports/customers", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(CustomerQuery query) {
        CustomerQuery all =
                new CustomerQuery(query.words(), query.country(), query.active(), CustomerQuery.MAX_LIMIT, null);
        return Download.csv("customers.csv", target -> {
            CsvExport file = new CsvExport(target, "number", "name", "email", "country", "countryCode", "active");
            PageDto.walk(next -> customers.search(all.after(next)))
                    .forEach(it ->
                            file.row(it.number(), it.name(), it.email(), it.country(), it.countryCode(), it.active()));
            file.flush();
        });
    }
}
