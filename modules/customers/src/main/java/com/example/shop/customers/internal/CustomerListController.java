package com.example.shop.customers.internal;

import static io.watertight.api.Actor.ADMIN;
import static io.watertight.api.Actor.CLERK;
import static io.watertight.api.Actor.CUSTOMER;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import io.watertight.api.PageDto;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers to search, and the way to them from the home page. */
@Controller
@RequestMapping("/customers")
@RolesAllowed({CLERK, ADMIN})
class CustomerListController {

    private final CustomerService customers;

    CustomerListController(CustomerService customers) {
        this.customers = customers;
    }

    /** A form sends what was left empty as an empty text. */
    @InitBinder
    void readEmptyAsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /**
     * @param before how many stand on the pages before this one, as the list itself tells when it is asked for more
     */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        CustomerQuery query = new CustomerQuery(words, country, active, limit, cursor);
        model.addAttribute("query", query);
        PageDto<CustomerDto> page = customers.search(query);
        model.addAttribute("page", page);
        model.addAttribute("found", Math.max(0, before) + page.items().size());
        return "customers/customers";
    }

    /** To a customer it shows the way to himself. */
    @GetMapping("/home")
    @RolesAllowed({CUSTOMER, CLERK, ADMIN})
    String panel() {
        return "customers/home";
    }
}
