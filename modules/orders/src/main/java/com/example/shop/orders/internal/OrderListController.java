package com.example.shop.orders.internal;

import static com.example.shop.kernel.Roles.ADMIN;
import static com.example.shop.kernel.Roles.CLERK;
import static com.example.shop.kernel.Roles.CUSTOMER;

import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderSummaryDto;
import io.watertight.api.PageDto;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that lists orders. */
@Controller
@RolesAllowed({CUSTOMER, CLERK, ADMIN})
class OrderListController {

    private final OrderService orders;
    private final CustomerService customers;
    private final OrdersProperties properties;

    OrderListController(OrderService orders, CustomerService customers, OrdersProperties properties) {
        this.orders = orders;
        this.customers = customers;
        this.properties = properties;
    }

    @GetMapping("/orders")
    String list(
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "false") boolean attention,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        OrderFilter filter = new OrderFilter(customer, status, attention, from, until);
        PageDto<OrderSummaryDto> page = orders.search(filter.query(properties.zone(), cursor));
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("names", namesOf(page.items()));
        model.addAttribute("more", page.next() == null ? null : filter.pageAt(page.next()));
        model.addAttribute("export", filter.export(properties.zone()));
        model.addAttribute("statuses", OrderStatus.values());
        return "orders/list";
    }

    /** Of the customers, as they are today, by their numbers. */
    private Map<String, String> namesOf(List<OrderSummaryDto> page) {
        Set<String> numbers = page.stream().map(OrderSummaryDto::customer).collect(Collectors.toSet());
        return numbers.isEmpty()
                ? Map.of()
                : customers.customers(numbers).stream()
                        .filter(it -> it.name() != null)
                        .collect(Collectors.toMap(CustomerDto::number, CustomerDto::name));
    }
}
