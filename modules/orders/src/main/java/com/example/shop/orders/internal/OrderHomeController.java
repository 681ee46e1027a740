package com.example.shop.orders.internal;

import static io.watertight.api.Actor.ADMIN;
import static io.watertight.api.Actor.CLERK;
import static io.watertight.api.Actor.CUSTOMER;

import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import io.watertight.api.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What orders have to say on the home page: to staff how the shop is doing, to a customer what he has ordered. */
@Controller
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderHomeController {

    private static final int LATEST = 5;

    private final SalesOverview sales;
    private final OrderService orders;
    private final OrdersProperties properties;
    private final CurrentActor actors;

    OrderHomeController(SalesOverview sales, OrderService orders, OrdersProperties properties, CurrentActor actors) {
        this.sales = sales;
        this.orders = orders;
        this.properties = properties;
        this.actors = actors;
    }

    @GetMapping("/orders/home")
    String panel(Model model) {
        if (actors.actor().isStaff()) {
            model.addAttribute("sales", sales.panel());
            return "orders/home-staff";
        }
        model.addAttribute(
                "orders",
                orders.search(new OrderQuery(null, null, null, null, null, LATEST, null))
                        .items());
        model.addAttribute("times", properties.times());
        return "orders/home-customer";
    }
}
