package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.customer;
import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.orders.GivenOrders;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.PlaceOrder;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;

@OrdersTest
class OrderPageTests {

    @Autowired
    OrderService orders;

    @Autowired
    OrderListeners listeners;

    @Autowired
    AsOrders asOrders;

    @Autowired
    ActingAs acting;

    @Autowired
    StatementCounter statements;

    @Autowired
    Pages pages;

    GivenOrders given;

    @BeforeEach
    void given() {
        given = new GivenOrders(orders);
    }

    @Test
    void showsTheOrderWithItsLinesAndWhoBuys() {
        OrderDto order = given.placed();
        assertThat(show(order).isShown().html())
                .contains("Product A-1", "15.00 GBP", "EIRE", order.customer(), "Placed")
                .contains("&lt;b&gt;Tom &amp; Co&lt;/b&gt;")
                .doesNotContain("Needs attention", "changed after you");
    }

    @Test
    void showsHostileTextAsText() {
        OrderDto order = orders.place(
                new PlaceOrder(
                        freshCustomer(),
                        "<script>alert(1)</script>",
                        List.of(new RequestedLine("\"><img src=x onerror=alert(1)>", 1))),
                freshKey());
        assertThat(show(order).isShown().html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void shipsAndCancelsThroughTheForms() {
        OrderDto shipped = given.placed();
        OrderDto cancelled = given.placed();
        assertThat(show(shipped).html()).contains("/ship\"", "/cancel\"", "data-ask=\"");
        assertThat(afterRedirect(press(shipped, "ship", 0)).html())
                .contains("This order is now shipped.")
                .doesNotContain("changed after you");
        press(cancelled, "cancel", 0);
        assertThat(statusOf(shipped)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(statusOf(cancelled)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(show(shipped).html()).contains("Shipped").doesNotContain("/ship\"", "/cancel\"");
    }

    @Test
    void showsAnOrderThatHasChangedMeanwhileAndDoesNothing() {
        OrderDto order = given.placed();
        OrderListeners target = AopTestUtils.getTargetObject(listeners);
        asOrders.run(() -> target.on(new ProductDiscontinued("A-2", "Product", Instant.now(), 1)));
        for (String button : List.of("ship", "cancel")) {
            Page page = press(order, button, 0);
            assertThat(statusOf(order)).isEqualTo(OrderStatus.PLACED);
            assertThat(afterRedirect(page).html())
                    .contains("changed after you", "A-2 is discontinued", "name=\"version\" value=\"1\"");
        }
    }

    @Test
    void showsWhatHasBecomeOfAnOrderThatCanNoLongerBeCancelled() {
        OrderDto order = given.placed();
        orders.ship(order.id(), null);
        for (long version = 0; version < 2; version++) {
            Page page = press(order, "cancel", version);
            assertThat(afterRedirect(page).html()).contains("changed after you", "Shipped");
        }
        assertThat(statusOf(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void isAPageWithoutAnOrderToEverybodyElse() {
        OrderDto order = given.placed();
        acting.as(customer(freshCustomer()), () -> {
            assertThat(show(order).status().value()).isEqualTo(404);
            assertThat(press(order, "cancel", 0).status().value()).isEqualTo(404);
        });
        assertThat(show(order).isShown()).isNotNull();
        assertThat(pages.get("/orders/" + UUID.randomUUID()).status().value()).isEqualTo(404);
        assertThat(statusOf(order)).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void letsCustomersCancelTheirOrdersButNotShipThem() {
        OrderDto order = given.placed();
        acting.as(customer(order.customer()), () -> {
            assertThat(show(order).isShown().html()).contains("/cancel\"").doesNotContain("/ship\"");
            assertThat(press(order, "ship", 0).status().value()).isEqualTo(403);
            assertThat(statusOf(order)).isEqualTo(OrderStatus.PLACED);
            press(order, "cancel", 0);
        });
        assertThat(statusOf(order)).isEqualTo(OrderStatus.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void readsAnOrderOfAnyLengthInTwoStatements(int lines) {
        OrderDto order = orders.place(
                new PlaceOrder(
                        freshCustomer(),
                        null,
                        IntStream.range(0, lines)
                                .mapToObj(it -> new RequestedLine("P-" + it, 1))
                                .toList()),
                freshKey());
        Page page = pages.get("/orders/" + order.id(), "order page " + lines).isShown();
        assertThat(page.count("Product P-")).isEqualTo(lines);
        assertThat(statements.of("order page " + lines)).hasCount(2);
    }

    private Page show(OrderDto order) {
        return pages.get("/orders/" + order.id());
    }

    private Page press(OrderDto order, String button, long version) {
        return pages.postWithoutScript(
                "/orders/%s/%s".formatted(order.id(), button), Map.of("version", String.valueOf(version)));
    }

    /** The client may have followed the redirect by itself. */
    private Page afterRedirect(Page page) {
        return page.status().is3xxRedirection()
                ? pages.get(String.valueOf(page.headers().getLocation()).replaceFirst("https?://[^/]*", ""))
                : page;
    }

    private OrderStatus statusOf(OrderDto order) {
        return orders.order(order.id()).status();
    }
}
