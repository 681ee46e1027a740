package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.Roles;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.StaleVersionException;
import io.watertight.pattern.Difference;
import io.watertight.pattern.PageController;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The addresses of a customer, all of them in one form: a row for each and two to add. Rows that hold nothing are left out. */
@PageController
@RequestMapping("/customers/by-number/{number}/addresses")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class AddressPageController {

    private final CustomerService customers;

    AddressPageController(CustomerService customers) {
        this.customers = customers;
    }

    @GetMapping
    String addresses(@PathVariable String number, Model model) {
        // The version first: read the other way round, a change that was never seen could be overwritten unnoticed.
        model.addAttribute("customer", customers.customer(number));
        List<AddressDto> now = customers.addresses(number);
        model.addAttribute("entries", AddressMerge.form(AddressMerge.of(now, now, now)));
        return "customers/addresses";
    }

    @PostMapping
    ModelAndView replace(
            @PathVariable String number, @Valid Rows typed, @RequestParam long version, RedirectAttributes redirect) {
        List<AddressDto> addresses =
                typed.addresses().stream().filter(Objects::nonNull).toList();
        try {
            customers.replaceAddresses(number, addresses, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            return conflict(number, typed);
        }
        redirect.addFlashAttribute("done", "The addresses are saved.");
        return new ModelAndView("redirect:/customers/by-number/{number}");
    }

    private ModelAndView conflict(String number, Rows typed) {
        CustomerDto now = customers.customer(number);
        List<Difference<AddressDto>> rows =
                AddressMerge.of(typed.was(), customers.addresses(number), typed.addresses());
        return new ModelAndView("customers/addresses", HttpStatus.CONFLICT)
                .addObject("customer", now)
                .addObject("differences", AddressMerge.differences(rows))
                .addObject("entries", AddressMerge.form(rows));
    }

    /**
     * The rows in their places; {@code null} for those that hold nothing, which need not be valid.
     *
     * @param was what they showed when the form was opened
     */
    record Rows(List<@Valid @Nullable AddressDto> addresses, List<@Nullable AddressDto> was) {

        Rows {
            addresses = AddressMerge.rows(addresses);
            was = AddressMerge.rows(was);
        }
    }
}
