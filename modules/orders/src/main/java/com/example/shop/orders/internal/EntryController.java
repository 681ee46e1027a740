package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for a new order. The draft lives in the form alone; the shop keeps nothing until the order is placed. */
@Controller
@RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
class EntryController {

    /** Few enough to take in at a glance; typing on narrows them down. */
    private static final int FOUND = 8;

    private final CustomerService customers;
    private final CatalogService catalog;
    private final OrderService orders;
    private final CurrentActor actors;

    EntryController(CustomerService customers, CatalogService catalog, OrderService orders, CurrentActor actors) {
        this.customers = customers;
        this.catalog = catalog;
        this.orders = orders;
        this.actors = actors;
    }

    /**
     * The form with everything typed so far, complete or not.
     *
     * @param figures whether the browser keeps its inputs and only wants the figures
     */
    @RequestMapping(
            path = "/orders/new",
            method = {RequestMethod.GET, RequestMethod.POST})
    String draft(
            @RequestParam Map<String, String> inputs,
            @RequestParam(defaultValue = "false") boolean figures,
            Model model) {
        EntryForm form = EntryForm.of(inputs);
        String number = buyerIn(form);
        List<CustomerDto> buyer = customers.customers(Set.of(number));
        boolean staff = Roles.isStaff(actors.actor());
        model.addAttribute("form", form);
        model.addAttribute("buyer", buyer.isEmpty() ? null : buyer.getFirst());
        model.addAttribute("customers", buyer.isEmpty() && staff ? findCustomers(number) : List.of());
        model.addAttribute("products", findProducts(form.words()));
        model.addAttribute("draft", EntryDraft.of(form.lines(), catalog.products(form.skus())));
        model.addAttribute("staff", staff);
        model.addAttribute("figures", figures);
        return "orders/entry";
    }

    /** Customers who can order. */
    private List<CustomerDto> findCustomers(String words) {
        CustomerQuery query = new CustomerQuery(words, null, true, FOUND, null);
        return words.isEmpty() ? List.of() : customers.search(query).items();
    }

    /** Products that are sold, whether there are any left or not. */
    private List<ProductDto> findProducts(String words) {
        ProductQuery query = new ProductQuery(words, null, false, FOUND, null);
        return words.isEmpty() ? List.of() : catalog.search(query).items();
    }

    @PostMapping("/orders")
    String place(@RequestParam Map<String, String> inputs) {
        EntryForm form = EntryForm.of(inputs);
        OrderDto order = orders.place(
                form.orderBy(buyerIn(form)), new IdempotencyKey(actors.actor().id(), form.key()));
        return "redirect:/orders/" + order.id();
    }

    /**
     * Customers order for themselves and need not say so.
     *
     * @throws UnknownBuyerException if they name somebody else
     */
    private String buyerIn(EntryForm form) {
        Actor actor = actors.actor();
        String buyer = form.customer().isEmpty() && !Roles.isStaff(actor)
                ? Objects.requireNonNullElse(Roles.customerNumberOf(actor), "")
                : form.customer();
        if (!buyer.isEmpty() && !Roles.mayActFor(actor, buyer)) {
            throw new UnknownBuyerException(buyer);
        }
        return buyer;
    }
}
