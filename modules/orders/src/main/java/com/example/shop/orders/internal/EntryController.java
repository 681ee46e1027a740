package com.example.shop.orders.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for a new order. It is the form that holds the draft; the shop keeps nothing until it is placed. */
@Controller
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class EntryController {

    private final EntrySearch search;
    private final EntryPricing pricing;
    private final OrderService orders;
    private final CurrentActor actors;

    EntryController(EntrySearch search, EntryPricing pricing, OrderService orders, CurrentActor actors) {
        this.search = search;
        this.pricing = pricing;
        this.orders = orders;
        this.actors = actors;
    }

    /**
     * The form with everything that was asked for in it, whatever is missing yet.
     *
     * @param figures whether the browser keeps its own inputs, and wants what they come to
     */
    @RequestMapping(
            path = "/orders/new",
            method = {RequestMethod.GET, RequestMethod.POST})
    String draft(
            @RequestParam MultiValueMap<String, String> inputs,
            @RequestParam(defaultValue = "false") boolean figures,
            Model model) {
        EntryForm form = EntryForm.of(inputs);
        String buyer = buyerIn(form);
        List<CustomerDto> found = search.customer(buyer);
        boolean choosing = found.isEmpty() && Roles.isStaff(actors.actor());
        model.addAttribute(
                "entry",
                new EntryPage(
                        form,
                        found.isEmpty() ? null : found.getFirst(),
                        choosing ? search.customers(buyer) : List.of(),
                        search.products(form.words()),
                        pricing.price(form.lines())));
        model.addAttribute("staff", Roles.isStaff(actors.actor()));
        model.addAttribute("figures", figures);
        return "orders/entry";
    }

    @PostMapping("/orders")
    String place(@RequestParam MultiValueMap<String, String> inputs) {
        EntryForm form = EntryForm.of(inputs);
        if (form.lines().isEmpty()) {
            throw new EmptyOrder();
        }
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
