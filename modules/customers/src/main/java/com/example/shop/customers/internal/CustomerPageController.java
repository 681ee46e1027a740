package com.example.shop.customers.internal;

import com.example.shop.customers.AddressDto;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerRevision;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The customers as a list, each on a page of their own with the forms that register and change one, and a panel on the home page.
 * A customer's number has a path segment of its own, because any word, such as "new", may be a number.
 */
@PageController
@RequestMapping("/customers")
@RolesAllowed({Roles.CLERK, Roles.ADMIN})
class CustomerPageController {

    private static final String CUSTOMER_PAGE = "redirect:/customers/by-number/{number}";
    private static final String DONE = "done";

    private final CustomerService customers;
    private final CurrentActor actors;

    CustomerPageController(CustomerService customers, CurrentActor actors) {
        this.customers = customers;
        this.actors = actors;
    }

    /** @param before how many customers the previous pages show, as the list's link to the next page says */
    @GetMapping
    String list(
            @ModelAttribute("query") CustomerQuery query, @RequestParam(defaultValue = "0") long before, Model model) {
        PageDto<CustomerDto> page = customers.search(query);
        model.addAttribute("page", page);
        model.addAttribute("found", Math.max(0, before) + page.items().size());
        return "customers/customers";
    }

    /** Shows customers the way to their own page, and staff also the countries that somebody should look at. */
    @GetMapping("/home")
    @RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
    String panel(Model model) {
        model.addAttribute(
                "unknownCountries", Roles.isStaff(actors.actor()) ? customers.unknownCountries() : List.of());
        return "customers/home";
    }

    @GetMapping("/by-number/{number}")
    @RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
    String customer(@PathVariable String number, Model model) {
        model.addAttribute("customer", customers.customer(number));
        model.addAttribute("addresses", customers.addresses(number));
        return "customers/customer";
    }

    @GetMapping("/new")
    String newCustomer() {
        return "customers/new";
    }

    @PostMapping("/new")
    String register(@Valid NewCustomer customer, RedirectAttributes redirect) {
        redirect.addAttribute("number", customers.register(customer).number());
        redirect.addFlashAttribute(DONE, "The customer is registered.");
        return CUSTOMER_PAGE;
    }

    @PostMapping("/by-number/{number}")
    ModelAndView revise(
            @PathVariable String number,
            @Valid CustomerRevision typed,
            @Valid Before before,
            @RequestParam long version,
            RedirectAttributes redirect) {
        try {
            customers.revise(number, typed, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            return conflict(customers.customer(number), before.was(), typed);
        }
        redirect.addFlashAttribute(DONE, "The changes are saved.");
        return new ModelAndView(CUSTOMER_PAGE);
    }

    /** What the form showed when it was opened. */
    record Before(@Nullable CustomerRevision was) {}

    private static ModelAndView conflict(CustomerDto customer, @Nullable CustomerRevision was, CustomerRevision typed) {
        CustomerRevision now = new CustomerRevision(customer.name(), customer.email(), customer.country());
        Difference<String> name = Difference.between("Name", was, now, typed, it -> Objects.toString(it.name(), ""));
        Difference<String> email =
                Difference.between("E-mail", was, now, typed, it -> Objects.toString(it.email(), ""));
        Difference<String> country = Difference.between("Country", was, now, typed, CustomerRevision::country);
        return new ModelAndView("customers/conflict", HttpStatus.CONFLICT)
                .addObject("customer", customer)
                .addObject("edit", new CustomerRevision(name.merged(), email.merged(), country.merged()))
                .addObject("differences", List.of(name, email, country));
    }

    /** All addresses in one form: a row for each and two to add. Rows that hold nothing are left out. */
    @GetMapping("/by-number/{number}/addresses")
    String addresses(@PathVariable String number, Model model) {
        // The version first: read the other way round, a change that was never seen could be overwritten unnoticed.
        model.addAttribute("customer", customers.customer(number));
        List<AddressDto> now = customers.addresses(number);
        model.addAttribute("entries", AddressMerge.form(AddressMerge.of(now, now, now)));
        return "customers/addresses";
    }

    @PostMapping("/by-number/{number}/addresses")
    ModelAndView replaceAddresses(
            @PathVariable String number, @Valid Rows typed, @RequestParam long version, RedirectAttributes redirect) {
        List<AddressDto> addresses =
                typed.addresses().stream().filter(Objects::nonNull).toList();
        try {
            customers.replaceAddresses(number, addresses, ExpectedVersion.of(version));
        } catch (StaleVersionException e) {
            CustomerDto now = customers.customer(number);
            var rows = AddressMerge.of(typed.was(), customers.addresses(number), typed.addresses());
            return new ModelAndView("customers/addresses", HttpStatus.CONFLICT)
                    .addObject("customer", now)
                    .addObject("differences", AddressMerge.differences(rows))
                    .addObject("entries", AddressMerge.form(rows));
        }
        redirect.addFlashAttribute(DONE, "The addresses are saved.");
        return new ModelAndView(CUSTOMER_PAGE);
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

    @PostMapping("/by-number/{number}/deactivate")
    String deactivate(@PathVariable String number, RedirectAttributes redirect) {
        customers.deactivate(number);
        redirect.addFlashAttribute(DONE, "The customer was deactivated and can no longer order.");
        return CUSTOMER_PAGE;
    }

    @PostMapping("/by-number/{number}/reactivate")
    String reactivate(@PathVariable String number, RedirectAttributes redirect) {
        customers.reactivate(number);
        redirect.addFlashAttribute(DONE, "The customer was reactivated and can order again.");
        return CUSTOMER_PAGE;
    }
}
