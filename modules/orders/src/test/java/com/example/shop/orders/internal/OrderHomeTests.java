package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.customer;
import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.kernel.Money;
import com.example.shop.orders.GivenOrders;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OrdersTest
class OrderHomeTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    OrderService orders;

    @Autowired
    SalesService sales;

    @Autowired
    ActingAs acting;

    @Autowired
    StatementCounter statements;

    @Autowired
    Pages pages;

    @Test
    void addsUpWhatWasSoldOnADayOfTheShopsTimeZone() {
        LocalDate day = LocalDate.now(LONDON).minusDays(300);
        OrderDto cancelled = agreed(day, LocalTime.MIDNIGHT, "KWD", "1.125");
        agreed(day, LocalTime.MAX, "KWD", "2");
        agreed(day.plusDays(1), LocalTime.MIDNIGHT, "KWD", "4");
        orders.cancel(cancelled.id(), null);
        assertThat(sales.salesByDay(301))
                .contains(
                        new SalesDto(day.toString(), 2, 2, kwd("3.125"), 1, kwd("1.125")),
                        new SalesDto(day.plusDays(1).toString(), 1, 1, kwd("4"), 0, kwd("0")));
        assertThat(sales.salesByDay(300))
                .extracting(SalesDto::group)
                .contains(day.plusDays(1).toString())
                .doesNotContain(day.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 367})
    void tellsNoMoreDaysApartThanAYearHas(int days) {
        assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> sales.salesByDay(days));
    }

    @Test
    void countsWhatIsOpen() {
        OpenOrdersDto before = sales.openOrders();
        OrderDto order = new GivenOrders(orders).placed();
        assertThat(sales.openOrders()).isEqualTo(new OpenOrdersDto(before.orders() + 1, before.needingAttention()));
        orders.ship(order.id(), null);
        assertThat(sales.openOrders()).isEqualTo(before);
    }

    @Test
    void showsStaffWhatTheShopIsDoing() {
        new GivenOrders(orders).placed();
        assertThat(pages.get("/orders/home").isShown().html())
                .contains("Orders today", "Revenue today", "Orders by day, the last 30 days")
                .contains("Revenue by month, GBP", "Revenue by country, GBP", "GBP</div>")
                .doesNotContain("<html");
    }

    @Test
    void leavesNoMonthOut() {
        YearMonth latest = YearMonth.now(LONDON);
        new GivenOrders(orders).placed();
        agreed(latest.minusMonths(12).atDay(1), LocalTime.NOON, "GBP", "3");
        agreed(latest.minusMonths(13).atDay(1), LocalTime.NOON, "GBP", "3");
        DateTimeFormatter label = DateTimeFormatter.ofPattern("'\"row\">'MMM yy'</th>'", Locale.ENGLISH);
        String[] months = IntStream.rangeClosed(0, 12)
                .mapToObj(it -> label.format(latest.minusMonths(12 - it)))
                .toArray(String[]::new);
        assertThat(pages.get("/orders/home").isShown().html())
                .containsSubsequence(months)
                .doesNotContain(label.format(latest.minusMonths(13)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void asksFourQuestionsHoweverMuchWasSold(int more) {
        IntStream.range(0, more).forEach(_ -> new GivenOrders(orders).placed());
        pages.get("/orders/home", "home " + more).isShown();
        assertThat(statements.of("home " + more)).hasCount(4);
    }

    @Test
    void showsCustomersTheirLatestOrdersAndNoFigures() {
        String customer = freshCustomer();
        List<OrderDto> own = IntStream.range(0, 6)
                .mapToObj(_ -> new GivenOrders(orders).placedBy(customer))
                .toList();
        acting.as(customer(customer), () -> {
            String html =
                    pages.get("/orders/home", "home of a customer").isShown().html();
            assertThat(html)
                    .contains(own.getLast().id().toString(), "/orders/new")
                    .doesNotContain(own.getFirst().id().toString(), "Revenue");
        });
        assertThat(statements.of("home of a customer")).hasCount(1);
    }

    private OrderDto agreed(LocalDate day, LocalTime time, String currency, String price) {
        return orders.importOrder(
                new ImportedOrder(
                        freshCustomer(),
                        day.atTime(time).atZone(LONDON).toInstant(),
                        "Kuwait",
                        List.of(new ImportedLine("A-1", 1, Money.of(price, currency)))),
                freshKey());
    }

    private static Money kwd(String amount) {
        return Money.of(amount, "KWD");
    }
}
