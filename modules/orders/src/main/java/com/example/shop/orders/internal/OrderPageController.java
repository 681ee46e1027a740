package com.example.shop.orders.internal;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.OrderCancelledException;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderShippedException;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import io.watertight.pattern.PageController;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The orders as a list, each on a page of its own with what can be done with it, and a panel on the home page. */
@PageController
@RequestMapping("/orders")
@RolesAllowed({Roles.CUSTOMER, Roles.CLERK, Roles.ADMIN})
class OrderPageController {

    private static final int LATEST = 5;

    private final OrderService orders;
    private final SalesOverview sales;
    private final CustomerService customers;
    private final CurrentActor actors;
    private final OrdersProperties properties;

    OrderPageController(
            OrderService orders,
            SalesOverview sales,
            CustomerService customers,
            CurrentActor actors,
            OrdersProperties properties) {
        this.orders = orders;
        this.sales = sales;
        this.customers = customers;
        this.actors = actors;
        this.properties = properties;
    }

    /** @param before how many orders the previous pages show, as the list's link to the next page says */
    @GetMapping
    String list(@ModelAttribute("filter") Filter filter, @RequestParam(defaultValue = "0") long before, Model model) {
        OrderQuery query = filter.query(properties.zone());
        PageDto<OrderSummaryDto> page = orders.search(query);
        Set<String> customersShown =
                page.items().stream().map(OrderSummaryDto::customer).collect(Collectors.toSet());
        model.addAttribute("query", query);
        model.addAttribute("page", page);
        model.addAttribute("found", Math.max(0, before) + page.items().size());
        model.addAttribute("customers", customersOf(customersShown));
        model.addAttribute("statuses", OrderStatus.values());
        return "orders/list";
    }

    /** As they are today, by their numbers. */
    private Map<String, CustomerDto> customersOf(Set<String> numbers) {
        return customers.customers(numbers).stream()
                .collect(Collectors.toMap(CustomerDto::number, Function.identity()));
    }

    /** Shows staff how the shop is doing, and customers what they have ordered. */
    @GetMapping("/home")
    String panel(Model model) {
        if (Roles.isStaff(actors.actor())) {
            model.addAttribute("sales", sales.panel());
            return "orders/home-staff";
        }
        OrderQuery latest = new OrderQuery(null, null, null, null, null, LATEST, null);
        model.addAttribute("orders", orders.search(latest).items());
        return "orders/home-customer";
    }

    @GetMapping("/{id}")
    String order(@PathVariable UUID id, Model model) {
        OrderDto order = orders.order(id);
        model.addAttribute("order", order);
        model.addAttribute("customer", customersOf(Set.of(order.customer())).get(order.customer()));
        return "orders/order";
    }

    @PostMapping("/{id}/ship")
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    String ship(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        return after(id, () -> orders.ship(id, ExpectedVersion.of(version)), redirect);
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        return after(id, () -> orders.cancel(id, ExpectedVersion.of(version)), redirect);
    }

    private static String after(UUID id, Runnable step, RedirectAttributes redirect) {
        try {
            step.run();
            redirect.addFlashAttribute("done", true);
        } catch (StaleVersionException | OrderShippedException | OrderCancelledException e) {
            redirect.addFlashAttribute("changed", true);
        }
        return "redirect:/orders/" + id;
    }

    /** What a person wants to see of the orders; days are those of the shop's time zone, both included. */
    record Filter(
            @Nullable String customer,
            @Nullable OrderStatus status,
            @Nullable Boolean attention,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @Nullable String cursor) {

        OrderQuery query(ZoneId zone) {
            return new OrderQuery(
                    customer,
                    status,
                    Boolean.TRUE.equals(attention) ? true : null,
                    from == null ? null : from.atStartOfDay(zone).toInstant(),
                    end(zone),
                    PageDto.DEFAULT_LIMIT,
                    cursor);
        }

        /** There is no day after the last one that can be written. */
        private @Nullable Instant end(ZoneId zone) {
            return until == null || until.equals(LocalDate.MAX)
                    ? null
                    : until.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }
}
