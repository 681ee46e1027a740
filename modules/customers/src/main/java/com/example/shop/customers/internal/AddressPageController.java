package com.example.shop.customers.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerService;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.StaleVersionException;
import jakarta.annotation.security.RolesAllowed;
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

/** The addresses of a customer, all of them in one form. */
@Controller
@RequestMapping("/customers/by-number/{number}/addresses")
@RolesAllowed({CLERK, ADMIN})
class AddressPageController {

    private final CustomerService customers;
    private final AddressForm form;

    AddressPageController(CustomerService customers, AddressForm form) {
        this.customers = customers;
        this.form = form;
    }

    @GetMapping
    String addresses(@PathVariable String number, Model model) {
        // The version first: read the other way round, a change that was never seen could be overwritten unnoticed.
        model.addAttribute("customer", customers.customer(number));
        model.addAttribute(
                "entries",
                form.entries(rowsNow(number).stream().map(AddressEntry::of).toList()));
        return "customers/addresses";
    }

    @PostMapping
    ModelAndView replace(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam long version,
            RedirectAttributes redirect) {
        List<AddressRow> typed = form.typed(fields);
        List<AddressDto> addresses = form.addresses(typed);
        try {
            customers.replaceAddresses(number, addresses, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            return conflict(number, form.was(fields), typed);
        }
        redirect.addFlashAttribute("done", "The addresses are saved.");
        return new ModelAndView("redirect:/customers/by-number/{number}");
    }

    private ModelAndView conflict(String number, List<AddressRow> was, List<AddressRow> typed) {
        CustomerDto now = customers.customer(number);
        AddressMerge merge = AddressMerge.of(was, rowsNow(number), typed);
        return new ModelAndView(
                "customers/addresses",
                Map.of(
                        "customer", now,
                        "differences", merge.differences(),
                        "entries", form.entries(merge.entries())),
                HttpStatus.CONFLICT);
    }

    private List<AddressRow> rowsNow(String number) {
        return customers.addresses(number).stream().map(AddressRow::of).toList();
    }
}
