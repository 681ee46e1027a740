package com.example.shop.orders.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.StaleVersionException;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one order, and what can be done with it. */
@Controller
@RequestMapping("/orders/{id}")
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderPageController {

    private final OrderService orders;
    private final CustomerService customers;

    OrderPageController(OrderService orders, CustomerService customers) {
        this.orders = orders;
        this.customers = customers;
    }

    /**
     * @param changed whether the caller is sent here because the order has changed under what they were doing
     */
    @GetMapping
    String order(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean changed, Model model) {
        OrderDto order = orders.order(id);
        model.addAttribute("order", order);
        model.addAttribute(
                "customer",
                customers.customers(Set.of(order.customer())).stream()
                        .findFirst()
                        .orElse(null));
        model.addAttribute("changed", changed);
        return "orders/order";
    }

    @PostMapping("/ship")
    @RolesAllowed({CLERK, ADMIN})
    String ship(@PathVariable UUID id, @RequestParam long version) {
        return after(id, () -> orders.ship(id, ExpectedVersion.of(version)));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable UUID id, @RequestParam long version) {
        return after(id, () -> orders.cancel(id, ExpectedVersion.of(version)));
    }

    private static String after(UUID id, Runnable step) {
        try {
            step.run();
            return "redirect:/orders/" + id;
        } catch (StaleVersionException e) {
            return "redirect:/orders/" + id + "?changed=true";
        }
    }
}
