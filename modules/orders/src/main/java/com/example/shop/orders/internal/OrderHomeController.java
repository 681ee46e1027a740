package com.example.shop.orders.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.kernel.Roles;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import io.watertight.api.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What orders have to say on the home page: to staff how the shop is doing, to customers what they have ordered. */
@Controller
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderHomeController {

    private static final int LATEST = 5;

    private final SalesOverview sales;
    private final OrderService orders;
    private final CurrentActor actors;

    OrderHomeController(SalesOverview sales, OrderService orders, CurrentActor actors) {
        this.sales = sales;
        this.orders = orders;
        this.actors = actors;
    }

    @GetMapping("/orders/home")
    String panel(Model model) {
        if (Roles.isStaff(actors.actor())) {
            model.addAttribute("sales", sales.panel());
            return "orders/home-staff";
        }
        model.addAttribute(
                "orders",
                orders.search(new OrderQuery(null, null, null, null, null, LATEST, null))
                        .items());
        return "orders/home-customer";
    }
}
