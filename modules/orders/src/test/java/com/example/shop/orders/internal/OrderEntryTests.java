package com.example.shop.orders.internal;

import static com.example.shop.orders.GivenOrders.customer;
import static com.example.shop.orders.GivenOrders.freshCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.kernel.Roles;
import com.example.shop.orders.InMemoryCatalog;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.OrdersTest;
import io.watertight.api.Actor;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import io.watertight.testing.statements.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OrdersTest
class OrderEntryTests {

    @Autowired
    OrderService orders;

    @Autowired
    InMemoryCatalog catalog;

    @Autowired
    ActingAs acting;

    @Autowired
    StatementCounter statements;

    @Autowired
    Pages pages;

    @Test
    void findsCustomersAndProductsByWhatIsTyped() {
        assertThat(pages.get("/orders/new?customer=tom").isShown().html())
                .contains("name=\"choose\" formnovalidate id=\"customer-FOUND-tom\"", "value=\"FOUND-tom\"");
        Page products = pages.get("/orders/new?words=lamp").isShown();
        assertThat(products.html()).contains("value=\"lamp-1\"", "aria-label=\"Add SHORT-lamp\"");
        assertThat(products.valueOf("words")).isEqualTo("lamp");
    }

    @Test
    void showsWhoWasChosen() {
        Page page = pages.postWithoutScript("/orders/new", Map.of("customer", "tom", "choose", "FOUND-tom"));
        assertThat(page.isShown().valueOf("customer")).isEqualTo("FOUND-tom");
        assertThat(page.html())
                .contains("<strong>FOUND-tom</strong>", "&lt;b&gt;Tom &amp; Co&lt;/b&gt;")
                .doesNotContain("name=\"choose\"");
        assertThat(pages.get("/orders/new?customer=INACTIVE").html()).contains("Deactivated");
    }

    @Test
    void addsChangesAndRemovesLines() {
        Map<String, String> draft = draftOf("C-1", "A-1", "2", "A-2", "5");
        draft.put("add", "A-1");
        Page added = pages.postWithoutScript("/orders/new", draft).isShown();
        assertThat(added.valueOf("lines[0].quantity")).isEqualTo("3");
        assertThat(added.valueOf("key")).isEqualTo(draft.get("key"));
        assertThat(added.html()).contains("7.50 GBP", "12.50 GBP", "<strong>20.00 GBP</strong>");
        draft.put("add", "A-3");
        assertThat(pages.postWithoutScript("/orders/new", draft).valueOf("lines[2].product"))
                .isEqualTo("A-3");
        draft.remove("add");
        draft.put("remove", "0");
        Page removed = pages.postWithoutScript("/orders/new", draft).isShown();
        assertThat(removed.valueOf("lines[0].product")).isEqualTo("A-2");
        assertThat(removed.html()).doesNotContain("lines[1].product");
    }

    @Test
    void answersANewQuantityByFiguresAndTouchesNoInput() {
        Map<String, String> draft = draftOf("C-1", "A-1", "2", "SHORT-1", "5");
        Page page = pages.postWithoutScript("/orders/new?figures=true", draft).isShown();
        assertThat(swapped(page))
                .containsExactlyInAnyOrder(
                        "draft-title",
                        "notices",
                        "nothing",
                        "fault-0",
                        "price-0",
                        "total-0",
                        "fault-1",
                        "price-1",
                        "total-1",
                        "sum");
        assertThat(page.html()).doesNotContain("hx-swap-oob=\"true\"");
        assertThat(swapped(pages.postWithoutScript("/orders/new", draft))).isEmpty();
    }

    @Test
    void putsANewLineBelowTheOthersAndReplacesNoInputButTheOneThatAButtonHasRaised() {
        Map<String, String> draft = draftOf("C-1", "A-1", "2", "A-2", "5");
        draft.put("add", "A-3");
        Page added = pages.postWithoutScript("/orders/new?figures=true", draft).isShown();
        assertThat(added.count("class=\"added\"")).isEqualTo(1);
        assertThat(swapped(added)).contains("total-1", "sum").doesNotContain("fault-2", "price-2", "total-2");
        assertThat(swapped(added)).noneMatch(it -> it.startsWith("quantity"));
        draft.put("add", "A-2");
        Page raised = pages.postWithoutScript("/orders/new?figures=true", draft).isShown();
        assertThat(raised.count("class=\"added\"")).isZero();
        assertThat(swapped(raised)).contains("quantity-1", "total-1").doesNotContain("quantity-0");
    }

    @Test
    void keepsTheFocusWhereSomethingWasChosenOrRemoved() {
        assertThat(pages.postWithoutScript("/orders/new", Map.of("customer", "tom", "choose", "FOUND-tom"))
                        .html())
                .contains("<p tabindex=\"-1\" id=\"customer-FOUND-tom\">");
        Map<String, String> draft = draftOf("C-1", "A-1", "2", "A-2", "5");
        draft.put("remove", "1");
        assertThat(pages.postWithoutScript("/orders/new", draft).html())
                .contains("<span tabindex=\"-1\" id=\"remove-1\">Lines</span>");
    }

    @Test
    void showsWhatIsShortBeforeAnythingIsPlaced() {
        Page page = pages.postWithoutScript(
                "/orders/new",
                draftOf(
                        "C-1", "SHORT-1", "2", "A-1", "1", "SHORT-1", "2", "GONE-1", "1", "NONE-1", "1", "A-2",
                        "many"));
        assertThat(page.isShown().count("only 3 left")).isEqualTo(2);
        assertThat(page.html())
                .contains("no longer sold", "not in the catalog", "quantity must be 1 to 1,000,000", "5 lines");
        assertThat(page.valueOf("lines[5].quantity")).isEqualTo("many");
        assertThat(pages.postWithoutScript("/orders/new", draftOf("C-1", "SHORT-1", "3"))
                        .isShown()
                        .html())
                .doesNotContain("left", "cannot be ordered");
    }

    @Test
    void addsNoCurrenciesUp() {
        assertThat(pages.postWithoutScript("/orders/new", draftOf("C-1", "A-1", "1", "EUR-1", "1"))
                        .isShown()
                        .html())
                .contains("priced in several currencies", "id=\"sum\"></td>");
    }

    @Test
    void placesTheOrderAndShowsIt() {
        String customer = freshCustomer();
        Map<String, String> draft = draftOf(customer, "A-1", "2", "A-2", " 3 ");
        draft.put("deliveryCountry", "Malta");
        pages.postWithoutScript("/orders", draft);
        OrderDto order = orders.order(ordersOf(customer).getFirst().id());
        assertThat(order.deliveryCountry()).isEqualTo("Malta");
        assertThat(order.lines())
                .extracting(it -> it.sku() + " " + it.quantity())
                .containsExactly("A-1 2", "A-2 3");
    }

    @Test
    void placesOneOrderForADoubleClick() {
        String customer = freshCustomer();
        Map<String, String> draft = draftOf(customer, "A-1", "2");
        pages.postWithoutScript("/orders", draft);
        pages.post("/orders", draft);
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void saysWhichLinesAreShortAndLeavesTheDraftAlone() {
        String customer = freshCustomer();
        Map<String, String> draft = draftOf(customer, "A-1", "2", "SHORT-1", "2");
        Page refused = pages.post("/orders", draft);
        assertThat(refused.status().value()).isEqualTo(409);
        assertThat(refused.headers().getFirst("HX-Retarget")).isEqualTo("#problem");
        assertThat(refused.html()).contains("data-field=\"lines[1].sku\"").doesNotContain("id=\"entry\"");
        assertThat(ordersOf(customer)).isEmpty();
        draft.put("lines[1].product", "A-2");
        pages.post("/orders", draft);
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void placesNoOrderAtAPriceThatNobodyHasSeen() {
        String customer = freshCustomer();
        Map<String, String> draft = draftOf(customer, "A-1", "2", "A-2", "1");
        Page shown = pages.postWithoutScript("/orders/new", draft).isShown();
        assertThat(shown.valueOf("lines[0].seen")).isEqualTo("2.50 GBP");
        assertThat(shown.html()).doesNotContain("Prices have changed", "name=\"accept\"");
        draft.put("lines[0].seen", "2.40 GBP");
        draft.put("lines[1].seen", "2.5 GBP");
        Page figures =
                pages.postWithoutScript("/orders/new?figures=true", draft).isShown();
        assertThat(figures.html()).contains("Prices have changed", "name=\"accept\"");
        assertThat(figures.count("class=\"tag warn\">was")).isEqualTo(1);
        assertThat(figures.valueOf("lines[0].seen")).isEqualTo("2.40 GBP");
        assertThat(pages.post("/orders", draft).html())
                .contains("Prices have changed, so nothing was ordered", "data-field=\"lines[0].price\"");
        assertThat(ordersOf(customer)).isEmpty();
        draft.put("accept", "true");
        draft.put("lines[0].shown", "2.45 GBP");
        assertThat(pages.postWithoutScript("/orders/new?figures=true", draft).html())
                .as("after another change that was not shown")
                .contains("Prices have changed", "was 2.45 GBP")
                .doesNotContain("The new prices are accepted");
        draft.put("lines[0].shown", figures.valueOf("lines[0].shown"));
        Page accepted =
                pages.postWithoutScript("/orders/new?figures=true", draft).isShown();
        assertThat(accepted.html()).contains("The new prices are accepted").doesNotContain("name=\"accept\"");
        draft.remove("accept");
        draft.put("lines[0].seen", accepted.valueOf("lines[0].seen"));
        pages.post("/orders", draft);
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2.50", "cheap GBP", "2.50 £", "1E+99999 GBP", "2.55555 GBP"})
    void takesWhatIsNoPriceForOneThatNobodyHasSeen(String price) {
        String customer = freshCustomer();
        Map<String, String> draft = draftOf(customer, "A-1", "2");
        draft.put("lines[0].seen", price);
        assertThat(pages.postWithoutScript("/orders/new", draft).isShown().html())
                .doesNotContain("Prices have changed");
        pages.post("/orders", draft);
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(pages.post("/orders", draftOf("", "A-1", "")).html())
                .contains("data-field=\"customer\"", "data-field=\"lines[0].quantity\"");
        assertThat(pages.post("/orders", draftOf("C-1")).html())
                .contains("data-field=\"lines\"", "must name at least one product")
                .doesNotContain("data-field=\"customer\"");
        assertThat(pages.post("/orders", draftOf("")).html())
                .contains("data-field=\"customer\"", "data-field=\"lines\"");
        assertThat(pages.post("/orders", draftOf("NOBODY", "A-1", "1")).html()).contains("data-field=\"customer\"");
    }

    @Test
    void showsHostileTextAsText() {
        Page page = pages.postWithoutScript(
                "/orders/new",
                draftOf("\"><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\"onfocus=\"alert(1)"));
        assertThat(page.isShown().html())
                .contains("&lt;img src=x")
                .doesNotContain("<script>alert", "<img src=x", "onfocus=\"alert");
    }

    @Test
    void letsCustomersOrderForThemselvesOnly() {
        String customer = freshCustomer();
        String other = freshCustomer();
        acting.as(customer(customer), () -> {
            assertThat(pages.get("/orders/new").isShown().html())
                    .contains("<strong>" + customer + "</strong>")
                    .doesNotContain("name=\"customer\"");
            assertThat(pages.postWithoutScript("/orders/new", draftOf(other, "A-1", "1"))
                            .status()
                            .value())
                    .isEqualTo(422);
            assertThat(pages.postWithoutScript("/orders", draftOf(other, "A-1", "1"))
                            .status()
                            .value())
                    .isEqualTo(422);
            pages.postWithoutScript("/orders", draftOf("", "A-1", "1"));
        });
        assertThat(ordersOf(other)).isEmpty();
        assertThat(ordersOf(customer)).hasSize(1);
    }

    @Test
    void tellsACustomerWithoutANumberThatTheyCannotOrder() {
        acting.as(new Actor("lost", Set.of(Roles.CUSTOMER), Map.of()), () -> {
            assertThat(pages.get("/orders/new").isShown().html())
                    .contains("No customer is registered for this account");
            assertThat(pages.postWithoutScript("/orders", draftOf("", "A-1", "1"))
                            .status()
                            .is4xxClientError())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void keepsAnyNumberOfLinesAndAsksTheCatalogOnce(int lines) {
        int before = catalog.asked().size();
        Page page = pages.postWithoutScript("/orders/new", longDraftOf("C-1", lines), "draft " + lines)
                .isShown();
        assertThat(catalog.asked().size() - before).isEqualTo(1);
        assertThat(page.count(".quantity\"")).isEqualTo(lines);
        assertThat(statements.of("draft " + lines)).hasCount(0);
    }

    @Test
    void placesAnyNumberOfLinesInAsManyStatementsAsOneLine() {
        pages.postWithoutScript("/orders", longDraftOf(freshCustomer(), 1), "placing one line");
        Statements ofOneLine = statements.of("placing one line");
        for (int lines : List.of(20, 500)) {
            String customer = freshCustomer();
            pages.postWithoutScript("/orders", longDraftOf(customer, lines), "placing " + lines);
            assertThat(ordersOf(customer).getFirst().lineCount()).isEqualTo(lines);
            assertThat(statements.of("placing " + lines)).hasSameCountAs(ofOneLine);
        }
    }

    /** The ids of what htmx puts in the place of what the browser has. */
    private static List<String> swapped(Page page) {
        return Pattern.compile("<[^>]* hx-swap-oob=[^>]*>")
                .matcher(page.html())
                .results()
                .map(it -> it.group().replaceFirst("(?s).* id=\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static Map<String, String> longDraftOf(String customer, int lines) {
        return draftOf(
                customer,
                IntStream.range(0, 2 * lines)
                        .mapToObj(it -> it % 2 == 0 ? "L-" + it : "1")
                        .toArray(String[]::new));
    }

    private static Map<String, String> draftOf(String customer, String... skusAndQuantities) {
        Map<String, String> draft =
                new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "customer", customer));
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            draft.put("lines[" + i / 2 + "].product", skusAndQuantities[i]);
            draft.put("lines[" + i / 2 + "].quantity", skusAndQuantities[i + 1]);
        }
        return draft;
    }

    private List<OrderSummaryDto> ordersOf(String customer) {
        return orders.search(new OrderQuery(customer, null, null, null, null, 10, null))
                .items();
    }
}
