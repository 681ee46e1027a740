package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.example.shop.kernel.Money;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.OrdersTest;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import io.watertight.api.Cursor;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.testing.statements.StatementCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@OrdersTest
class OrderReadingTests {

    @Autowired
    OrderService orders;

    @Autowired
    SalesService sales;

    @Autowired
    RestTestClient http;

    @Autowired
    StatementCounter statements;

    @Test
    void walksOrdersFromTheLatestAlsoWhereManyHaveTheSameTime() {
        String customer = freshCustomer();
        Instant sameTime = Instant.parse("2011-01-01T12:00:00Z");
        IntStream.range(0, 7).forEach(_ -> agreed(customer, sameTime, "EIRE", "1"));
        agreed(customer, sameTime.plusSeconds(1), "EIRE", "1");
        List<OrderSummaryDto> walked = new ArrayList<>();
        OrderQuery query = ofCustomer(customer, 3);
        PageDto<OrderSummaryDto> page = orders.search(query);
        walked.addAll(page.items());
        while (page.next() != null) {
            page = orders.search(query.page(query.limit(), page.next()));
            walked.addAll(page.items());
        }
        assertThat(walked)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(OrderSummaryDto::placedAt)
                        .thenComparing(it -> it.id().toString())
                        .reversed());
        assertThat(walked.getFirst().placedAt()).isEqualTo(sameTime.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"x, y", "2011-01-01T00:00:00Z, y"})
    void refusesACursorThatSomebodyMadeUp(String time, String id) {
        String list = "orders/null/null/null/null/null";
        OrderQuery query =
                new OrderQuery(null, null, null, null, null, 3, new Cursor(list, List.of(time, id)).encode());
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> orders.search(query));
    }

    @Test
    void filtersByStatusTimeAndAttention() {
        String customer = freshCustomer();
        OrderDto early = agreed(customer, Instant.parse("2010-12-31T23:59:59Z"), "EIRE", "1");
        OrderDto late = agreed(customer, Instant.parse("2011-01-01T00:00:00Z"), "EIRE", "1");
        OrderDto cancelled = orders.cancel(late.id(), null);
        Instant newYear = late.placedAt();
        assertThat(found(customer, OrderStatus.CANCELLED, null, null)).containsExactly(cancelled);
        assertThat(found(customer, null, newYear, null)).containsExactly(cancelled);
        assertThat(found(customer, null, null, newYear)).containsExactly(early);
        assertThat(found(customer, null, Instant.MIN, Instant.MAX)).containsExactly(cancelled, early);
        assertThat(orders.search(new OrderQuery(customer, null, true, null, null, 10, null))
                        .items())
                .isEmpty();
    }

    @Test
    void addsUpWhatWasSoldToACountryToTheLastDigit() {
        Instant from = Instant.parse("1999-01-01T00:00:00Z");
        Instant until = Instant.parse("1999-02-01T00:00:00Z");
        agreed(freshCustomer(), from, "Atlantis", "0.085");
        OrderDto cancelled = agreed(freshCustomer(), from.plusSeconds(60), "Atlantis", "1.5");
        orders.cancel(cancelled.id(), null);
        agreed(freshCustomer(), until, "Atlantis", "100");
        assertThat(sales.salesByCountry(from, until))
                .containsExactly(new SalesDto("Atlantis", 2, 4, gbp("3.170"), 1, gbp("3.0")));
    }

    @Test
    void addsUpWhatWasSoldToACountryHoweverItIsSpelled() {
        Instant from = Instant.parse("1997-01-01T00:00:00Z");
        agreed(freshCustomer(), from, "Ireland", "1");
        agreed(freshCustomer(), from, "EIRE", "10");
        agreed(freshCustomer(), from, "Lemuria", "3");
        agreed(freshCustomer(), from, "LEMURIA", "1");
        assertThat(sales.salesByCountry(from, from.plusSeconds(1)))
                .extracting(SalesDto::group, SalesDto::orders)
                .containsExactly(tuple("EIRE", 2L), tuple("Lemuria", 2L));
        http.get()
                .uri("/api/sales/by-country?from={from}&until={until}", from, from.plusSeconds(1))
                .exchange()
                .expectBody()
                .json("""
                        {"items":[{"country":"EIRE","code":"IE","orders":2},{"country":"Lemuria","code":null,"orders":2}]}""");
    }

    @Test
    void beginsAMonthInTheShopsTimeZone() {
        Instant beforeMidnightInLondon = Instant.parse("1998-06-30T22:59:59Z");
        agreed(freshCustomer(), beforeMidnightInLondon, "Lemuria", "1");
        agreed(freshCustomer(), beforeMidnightInLondon.plusSeconds(1), "Lemuria", "1");
        assertThat(sales.salesByMonth(Instant.parse("1998-01-01T00:00:00Z"), Instant.parse("1999-01-01T00:00:00Z")))
                .extracting(SalesDto::group)
                .containsExactly("1998-06", "1998-07");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberOfOrdersInOneStatement(int rows) {
        String customer = freshCustomer();
        IntStream.range(0, rows).forEach(_ -> agreed(customer, Instant.EPOCH, "EIRE", "1"));
        http.get()
                .uri("/api/orders?customer={customer}&limit={rows}", customer, rows)
                .header(StatementCounter.HEADER, "orders " + rows)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(rows);
        assertThat(statements.of("orders " + rows)).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void readsAnOrderOfAnyLengthInTwoStatements(int lines) {
        OrderDto order = orders.importOrder(
                new ImportedOrder(
                        freshCustomer(),
                        Instant.EPOCH,
                        null,
                        IntStream.range(0, lines)
                                .mapToObj(it -> new ImportedLine("L-" + it, 1, gbp("1")))
                                .toList()),
                freshKey());
        http.get()
                .uri("/api/orders/{id}", order.id())
                .header(StatementCounter.HEADER, "order " + lines)
                .exchange()
                .expectBody()
                .jsonPath("$.lines.length()")
                .isEqualTo(lines);
        assertThat(statements.of("order " + lines)).hasCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sales/by-country", "/api/sales/by-month"})
    void reportsSalesInOneStatement(String path) {
        http.get()
                .uri(path)
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(statements.of(path)).hasCount(1);
    }

    @Test
    void exportsOneJsonObjectALine() {
        String customer = freshCustomer();
        IntStream.range(0, 3).forEach(it -> agreed(customer, Instant.ofEpochSecond(it), "EIRE", "1"));
        http.get()
                .uri("/api/exports/orders?customer={customer}", customer)
                .accept(MediaType.APPLICATION_NDJSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"orders.ndjson\"")
                .expectBody(String.class)
                .value(it -> assertThat(it.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"id\":")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/csv",
                "*/*",
                "application/x-ndjson;q=0.5, text/csv"
            })
    void exportsAFileThatABrowserKeepsAndNoSpreadsheetRuns(String accepted) {
        String customer = freshCustomer();
        OrderDto order = agreed(customer, Instant.EPOCH, "=1+1,\"x\"", "1.125");
        http.get()
                .uri("/api/exports/orders?customer={customer}", customer)
                .header("Accept", accepted)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "text/csv;charset=UTF-8")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"orders.csv\"")
                .expectBody(String.class)
                .value(it -> assertThat(it.lines())
                        .containsExactly(
                                "id,status,customer,deliveryCountry,placedAt,closedAt,attention,lineCount,total,currency",
                                "%s,PLACED,%s,\"'=1+1,\"\"x\"\"\",1970-01-01T00:00:00Z,,,2,2.250,GBP"
                                        .formatted(order.id(), customer)));
    }

    @Test
    void saysWhyItExportsNothing() {
        http.get()
                .uri("/api/exports/orders?customer={customer}", "C".repeat(41))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .doesNotExist("Content-Disposition");
    }

    private OrderDto agreed(String customer, Instant placedAt, String country, String price) {
        return orders.importOrder(
                new ImportedOrder(
                        customer,
                        placedAt,
                        country,
                        List.of(new ImportedLine("A-1", 1, gbp(price)), new ImportedLine("A-2", 1, gbp(price)))),
                freshKey());
    }

    private List<OrderDto> found(
            String customer, @Nullable OrderStatus status, @Nullable Instant from, @Nullable Instant until) {
        return orders.search(new OrderQuery(customer, status, null, from, until, 10, null)).items().stream()
                .map(it -> orders.order(it.id()))
                .toList();
    }

    private static OrderQuery ofCustomer(String customer, int limit) {
        return new OrderQuery(customer, null, null, null, null, limit, null);
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }
}
