package com.example.shop.customers.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import io.watertight.api.PageDto;
import io.watertight.csv.CsvExport;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The customers that the list shows for the same parameters, as a file, page by page in constant memory. */
@RestController
@RolesAllowed({CLERK, ADMIN})
class CustomerExportController {

    private final CustomerService customers;

    CustomerExportController(CustomerService customers) {
        this.customers = customers;
    }

    @GetMapping(path = "/api/exports/customers", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable Boolean active) {
        CustomerQuery query = new CustomerQuery(words, country, active, CustomerQuery.MAX_LIMIT, null);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("customers.csv")
                                .build()
                                .toString())
                .body(target -> write(query, target));
    }

    private void write(CustomerQuery query, OutputStream target) throws IOException {
        CsvExport sheet = new CsvExport(target, "number", "name", "email", "country", "countryCode", "active");
        for (PageDto<CustomerDto> page = customers.search(query); ; page = customers.search(query.after(page.next()))) {
            page.items()
                    .forEach(it ->
                            sheet.row(it.number(), it.name(), it.email(), it.country(), it.countryCode(), it.active()));
            if (page.next() == null) {
                sheet.flush();
                return;
            }
        }
    }
}
