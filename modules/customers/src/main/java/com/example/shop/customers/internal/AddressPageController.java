package com.example.shop.customers.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerService;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.Problem;
import io.watertight.api.StaleVersionException;
import io.watertight.pattern.Difference;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses of a customer, all of them in one form: a row for each and two to add. Rows that hold nothing are left out. */
@Controller
@RequestMapping("/customers/by-number/{number}/addresses")
@RolesAllowed({CLERK, ADMIN})
class AddressPageController {

    private final CustomerService customers;
    private final Validator validator;

    AddressPageController(CustomerService customers, Validator validator) {
        this.customers = customers;
        this.validator = validator;
    }

    @GetMapping
    String addresses(@PathVariable String number, Model model) {
        // The version first: read the other way round, a change that was never seen could be overwritten unnoticed.
        model.addAttribute("customer", customers.customer(number));
        List<AddressRow> now = rowsNow(number);
        model.addAttribute("entries", AddressMerge.form(AddressMerge.of(now, now, now)));
        return "customers/addresses";
    }

    @PostMapping
    ModelAndView replace(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam long version,
            RedirectAttributes redirect) {
        List<AddressRow> typed = AddressRow.read(fields, "addresses");
        List<AddressDto> addresses = addressesIn(typed);
        try {
            customers.replaceAddresses(number, addresses, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            return conflict(number, AddressRow.read(fields, "was"), typed);
        }
        redirect.addFlashAttribute("done", "The addresses are saved.");
        return new ModelAndView("redirect:/customers/by-number/{number}");
    }

    private ModelAndView conflict(String number, List<AddressRow> was, List<AddressRow> typed) {
        CustomerDto now = customers.customer(number);
        List<Difference<AddressRow>> rows = AddressMerge.of(was, rowsNow(number), typed);
        return new ModelAndView("customers/addresses", HttpStatus.CONFLICT)
                .addObject("customer", now)
                .addObject("differences", AddressMerge.differences(rows))
                .addObject("entries", AddressMerge.form(rows));
    }

    private List<AddressRow> rowsNow(String number) {
        return customers.addresses(number).stream().map(AddressRow::of).toList();
    }

    /**
     * Validates here, where the row of each address is known.
     *
     * @throws InvalidAddressesException if one of them is not complete
     */
    private List<AddressDto> addressesIn(List<AddressRow> rows) {
        List<AddressDto> addresses = new ArrayList<>();
        List<Problem.Field> faults = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).isEmpty()) {
                AddressDto address = rows.get(row).toAddress();
                String place = "addresses[%s].".formatted(row);
                validator
                        .validate(address)
                        .forEach(it -> faults.add(new Problem.Field(place + it.getPropertyPath(), it.getMessage())));
                addresses.add(address);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidAddressesException(faults);
        }
        return addresses;
    }

    private static final class InvalidAddressesException extends Problem {

        InvalidAddressesException(List<Field> fields) {
            super(
                    "invalid-request",
                    Kind.INVALID,
                    "An address is not complete. Empty all fields of a row to leave it out.",
                    fields);
        }
    }
}
