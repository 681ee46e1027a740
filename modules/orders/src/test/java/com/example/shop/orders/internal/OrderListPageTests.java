package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.customer;
import static com.example.shop.orders.GivenOrders.freshCustomer;
import static com.example.shop.orders.GivenOrders.freshKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.kernel.Money;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.InMemoryCustomers;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrdersTest;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@OrdersTest
class OrderListPageTests {

    private static final Pattern MORE = Pattern.compile("href=\"(/orders\\?[^\"]*cursor=[^\"]*)\"");

    @Autowired
    OrderService orders;

    @Autowired
    InMemoryCustomers customers;

    @Autowired
    ActingAs acting;

    @Autowired
    RestTestClient http;

    @Autowired
    StatementCounter statements;

    @Autowired
    Pages pages;

    @Test
    void listsOrdersWithTheNameOfTheCustomerAndWithoutItsTags() {
        String customer = freshCustomer();
        OrderDto order = agreed(customer, "2010-12-01T23:59:59Z");
        Page page = pages.get("/orders?customer=" + customer).isShown();
        assertThat(page.html())
                .contains("/orders/" + order.id(), "1 Dec 2010, 23:59", customer, "EIRE", "3.00 GBP", "Placed")
                .contains("&lt;b&gt;Tom &amp; Co&lt;/b&gt; " + customer)
                .doesNotContain("<b>Tom");
    }

    @Test
    void showsANameThatReadsLikeARefusal() {
        OrderDto order = agreed("NO", "2010-12-02T10:00:00Z");
        assertThat(pages.get("/orders?customer=NO").isShown().html()).contains(">No</span>");
        assertThat(pages.get("/orders/" + order.id()).isShown().html()).contains(">No</span>");
    }

    @Test
    void writesMoneyAndTimesInOneWayWhateverTheBrowsersLanguage() {
        OrderDto order = orders.importOrder(
                new ImportedOrder(
                        freshCustomer(),
                        Instant.parse("2010-10-01T12:00:00Z"),
                        "EIRE",
                        List.of(new ImportedLine("A-1", 2, Money.of("617.5", "GBP")))),
                freshKey());
        for (String address : List.of("/orders?customer=" + order.customer(), "/orders/" + order.id())) {
            http.get()
                    .uri(address)
                    .header("Accept-Language", "de")
                    .exchange()
                    .expectBody(String.class)
                    .value(it -> assertThat(it).contains("1,235.00 GBP", "1 Oct 2010, 12:00 UTC"));
        }
    }

    @Test
    void filtersByStatusAttentionAndDaysOfTheShopsTimeZoneBothIncluded() {
        String customer = freshCustomer();
        OrderDto lastMinute = agreed(customer, "2011-07-31T22:59:59Z");
        OrderDto nextDay = agreed(customer, "2011-07-31T23:00:00Z");
        orders.cancel(nextDay.id(), null);
        assertThat(found("customer=" + customer + "&from=&until=2011-07-31&status=&attention="))
                .containsExactly(lastMinute.id().toString());
        assertThat(found("customer=" + customer + "&from=2011-08-01"))
                .containsExactly(nextDay.id().toString());
        assertThat(found("customer=" + customer + "&status=CANCELLED"))
                .containsExactly(nextDay.id().toString());
        assertThat(found("customer=" + customer + "&attention=true")).isEmpty();
        assertThat(found("customer=" + customer + "&from=-999999999-01-01&until=%2B999999999-12-31"))
                .hasSize(2);
    }

    @Test
    void saysThatADateIsNone() {
        assertThat(pages.get("/orders?from=yesterday").status().value()).isEqualTo(400);
    }

    @Test
    void walksPageByPageAndExportsWithTheSameFilter() {
        String customer = freshCustomer() + " & Co";
        IntStream.range(0, 70)
                .forEach(it -> agreed(customer, Instant.ofEpochSecond(it).toString()));
        String filter = "/orders?customer=" + customer.replace(" ", "%20").replace("&", "%26")
                + "&status=PLACED&until=1970-01-01";
        Page first = pages.get(filter).isShown();
        assertThat(first.count("scope=\"row\"")).isEqualTo(50);
        assertThat(first.html()).contains("50 orders shown, and there are more");
        Matcher more = MORE.matcher(first.html());
        assertThat(more.find()).isTrue();
        Page second = pages.get(more.group(1).replace("&amp;", "&")).isShown();
        assertThat(second.count("scope=\"row\"")).isEqualTo(20);
        assertThat(MORE.matcher(second.html()).find()).isFalse();
        assertThat(second.html()).contains("id=\"more\"", ">70 orders<");
        Matcher export = Pattern.compile("href=\"(/api/exports/orders[^\"]*)\"").matcher(first.html());
        assertThat(export.find()).isTrue();
        String exported = pages.get(export.group(1).replace("&amp;", "&")).html();
        assertThat(exported.lines()).hasSize(1 + 70);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50})
    void asksForNamesOnceAndForOrdersOnce(int rows) {
        List<String> numbers =
                IntStream.range(0, rows).mapToObj(_ -> freshCustomer()).toList();
        Instant day = Instant.parse("1950-01-01T00:00:00Z").plusSeconds(86_400L * rows);
        numbers.forEach(it -> agreed(it, day.toString()));
        String date = day.toString().substring(0, 10);
        int before = customers.asked().size();
        Page page = pages.get("/orders?from=" + date + "&until=" + date, "list page " + rows)
                .isShown();
        assertThat(page.count("scope=\"row\"")).isEqualTo(rows);
        assertThat(customers.asked().subList(before, customers.asked().size()))
                .hasSize(1)
                .first()
                .satisfies(it -> assertThat(it).containsExactlyInAnyOrderElementsOf(numbers));
        assertThat(statements.of("list page " + rows)).hasCount(1);
    }

    @Test
    void showsCustomersTheirOwnOrdersOnly() {
        String customer = freshCustomer();
        OrderDto own = agreed(customer, "2011-01-01T00:00:00Z");
        OrderDto other = agreed(freshCustomer(), "2011-01-01T00:00:00Z");
        acting.as(customer(customer), () -> {
            Page page = pages.get("/orders").isShown();
            assertThat(page.html())
                    .contains(own.id().toString())
                    .doesNotContain(other.id().toString(), "name=\"customer\"");
            assertThat(found("customer=" + other.customer())).isEmpty();
        });
    }

    private List<String> found(String query) {
        return Pattern.compile("href=\"/orders/([0-9a-f-]{36})\"")
                .matcher(pages.get("/orders?" + query).isShown().html())
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private OrderDto agreed(String customer, String placedAt) {
        return orders.importOrder(
                new ImportedOrder(
                        customer,
                        Instant.parse(placedAt),
                        "EIRE",
                        List.of(new ImportedLine("A-1", 2, Money.of("1.50", "GBP")))),
                freshKey());
    }
}
