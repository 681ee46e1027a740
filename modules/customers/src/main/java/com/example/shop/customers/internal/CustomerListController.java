package com.example.shop.customers.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.api.PageDto;
import io.watertight.pattern.PageController;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers to search, and the way to them from the home page. */
@PageController
@RequestMapping("/customers")
@RolesAllowed({CLERK, ADMIN})
class CustomerListController {

    private final CustomerService customers;
    private final CountrySpellings countries;
    private final CurrentActor actors;

    CustomerListController(CustomerService customers, CountrySpellings countries, CurrentActor actors) {
        this.customers = customers;
        this.countries = countries;
        this.actors = actors;
    }

    /**
     * @param before how many stand on the pages before this one, as the list itself tells when it is asked for more
     */
    @GetMapping
    String list(
            @ModelAttribute("query") CustomerQuery query, @RequestParam(defaultValue = "0") long before, Model model) {
        PageDto<CustomerDto> page = customers.search(query);
        model.addAttribute("page", page);
        model.addAttribute("found", Math.max(0, before) + page.items().size());
        return "customers/customers";
    }

    /** To a customer it shows the way to themselves; to staff also which countries somebody should look at. */
    @GetMapping("/home")
    @RolesAllowed({CUSTOMER, CLERK, ADMIN})
    String panel(Model model) {
        model.addAttribute("unknownCountries", Roles.isStaff(actors.actor()) ? countries.unknown() : List.of());
        return "customers/home";
    }
}
