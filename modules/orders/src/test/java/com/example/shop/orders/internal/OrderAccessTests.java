package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.customer;
import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static com.example.shop.orders.GivenOrders.orderOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Money;
import com.example.shop.orders.GivenOrders;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.SalesService;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.api.Actor;
import io.watertight.api.NotPermittedException;
import io.watertight.testing.ActingAs;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every method of the service, asked by those whose order it is not. */
@OrdersTest
class OrderAccessTests {

    @Autowired
    OrderService orders;

    @Autowired
    SalesService sales;

    @Autowired
    ActingAs acting;

    OrderDto order;

    @BeforeEach
    void given() {
        order = new GivenOrders(orders).placed();
    }

    static Stream<Actor> strangers() {
        return Stream.of(customer("C-OTHER"), Actor.anonymous());
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void hidesAnOrderFromEverybodyElse(Actor stranger) {
        acting.as(stranger, () -> {
            assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.order(order.id()));
            assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders.cancel(order.id(), null));
            assertThat(found(order.customer())).isEmpty();
            assertThat(found(null)).isEmpty();
        });
        assertThat(orders.order(order.id())).isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void letsNobodyOrderForSomebodyElse(Actor stranger) {
        acting.as(
                stranger,
                () -> assertThatExceptionOfType(UnknownBuyerException.class)
                        .isThrownBy(() -> orders.place(orderOf(order.customer()), freshKey())));
        assertThat(found(order.customer())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void keepsWhatIsForStaffToStaff(Actor stranger) {
        acting.as(stranger, this::isRefusedWhatIsForStaff);
    }

    @Test
    void keepsWhatIsForStaffAlsoFromTheOrdersOwnCustomer() {
        acting.as(customer(order.customer()), this::isRefusedWhatIsForStaff);
    }

    @Test
    void letsCustomersPlaceSeeAndCancelTheirOwn() {
        String number = freshCustomer();
        acting.as(customer(number), () -> {
            OrderDto own = orders.place(orderOf(number), freshKey());
            assertThat(orders.order(own.id())).isEqualTo(own);
            assertThat(found(null)).hasSize(1);
            orders.cancel(own.id(), null);
        });
    }

    private void isRefusedWhatIsForStaff() {
        ImportedOrder agreed = new ImportedOrder(
                order.customer(), Instant.EPOCH, null, List.of(new ImportedLine("A-1", 1, Money.of("0", "GBP"))));
        Stream.<Runnable>of(
                        () -> orders.importOrder(agreed, freshKey()),
                        () -> orders.ship(order.id(), null),
                        () -> sales.salesByCountry(null, null),
                        () -> sales.salesByMonth(null, null),
                        () -> sales.salesByDay(1),
                        () -> sales.openOrders())
                .forEach(it ->
                        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(it::run));
    }

    private List<OrderSummaryDto> found(@Nullable String number) {
        return orders.search(new OrderQuery(number, null, null, null, null, 10, null))
                .items();
    }
}
