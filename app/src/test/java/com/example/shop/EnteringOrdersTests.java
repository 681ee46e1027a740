package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** How people enter orders, by mouse, keyboard and phone. */
@BrowserTest
class EnteringOrdersTests {

    @Autowired
    ShopClient shop;

    @Test
    void placesAnOrderThatIsFoundAmongTheOrders(Browser browser) {
        browser.signIn("clerk");
        enterOrderFor("12356", "85123A", browser);
        browser.type("#quantity-0", "6");
        browser.press(Keys.TAB);
        browser.see("#draft tfoot", "17.70 GBP");
        browser.assertThatNothingIsWrong("order entry");
        browser.screenshot("order-entry");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(browser.textOf("main")).contains("WHITE HANGING HEART", "17.70 GBP", "Placed");
        browser.click("form[action$='/cancel'] button");
        browser.agree();
        browser.see("main", "Cancelled");
    }

    @Test
    void showsAtOnceWhatIsShort(Browser browser) {
        String sku = shop.product(3);
        browser.signIn("clerk");
        enterOrderFor("12356", sku, browser);
        browser.type("#quantity-0", "5");
        browser.press(Keys.TAB);
        browser.see("#draft", "only 3 left");
        browser.screenshot("shortage-at-once");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("#problem .notice", "There is not enough stock");
        assertThat(browser.count("#draft [aria-invalid=true]")).isPositive();
        assertThat(browser.focused()).contains("problem");
        browser.type("#quantity-0", "3");
        browser.press(Keys.TAB);
        browser.miss("#fault-0 .tag");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(shop.stock(sku)).isZero();
    }

    @Test
    void ordersAtANewPriceOnlyAfterTheClerkHasSeenIt(Browser browser) {
        String sku = shop.product(100);
        browser.signIn("clerk");
        enterOrderFor(shop.customer(), sku, browser);
        browser.type("#quantity-0", "6");
        browser.press(Keys.TAB);
        browser.see("#draft tfoot", "15.30 GBP");
        shop.reprice(sku, "2.95");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("#problem .notice", "Prices have changed, so nothing was ordered.");
        browser.see("#problem", "Price of %s is no longer current".formatted(sku));
        browser.click("#entry > .actions button.quiet");
        browser.see("#price-0", "2.95 GBP");
        browser.see("#price-0", "was 2.55 GBP");
        browser.see("#notices", "One line, 17.70 GBP");
        browser.assertThatNothingIsWrong("order entry after a price has changed");
        browser.screenshot("order-entry-new-price");
        browser.click("#accept");
        browser.see("#notices", "The new prices are accepted.");
        assertThat(browser.focused()).contains("accept");
        assertThat(browser.textOf("#price-0")).isEqualTo("2.95 GBP");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(browser.textOf("main")).contains("17.70 GBP");
    }

    @Test
    void ordersWhatWasTypedWhileTheShopWasStillThinking(Browser browser) {
        List<String> skus = shop.products(2, 100);
        browser.signIn("clerk");
        enterOrderFor(shop.customer(), skus.getFirst(), browser);
        add(skus.getLast(), browser);
        browser.see("#quantity-1");
        browser.slow(Duration.ofMillis(400));
        browser.type("#quantity-0", "5");
        browser.type("#quantity-1", "3");
        browser.see("#draft tfoot", "15.30 GBP");
        browser.press("4");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(shop.get("/api" + browser.address()).get("lines"))
                .extracting(it -> it.get("quantity").asInt())
                .containsExactly(5, 34);
    }

    @Test
    void keepsTheFocusOfWhoeverEntersAnOrderByTheKeyboard(Browser browser) {
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.type("#customer", "portugal");
        browser.see("#people button");
        browser.press(Keys.TAB);
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);
        browser.see("#people p strong");
        assertThat(browser.focused()).contains("customer-");
        add("85123A", browser);
        browser.see("#quantity-0");
        add("22423", browser);
        browser.see("#quantity-1");
        browser.click("#remove-0");
        browser.miss("#lines tr:nth-child(2)");
        assertThat(browser.focused()).contains("remove-0");
        browser.press(Keys.ENTER);
        browser.see("#nothing", "Nothing yet");
        assertThat(browser.focused()).contains("remove-0");
    }

    @Test
    void needsNothingButSkuEnterQuantityEnter(Browser browser) {
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.seeFocusIn("#customer");
        browser.press("12356");
        browser.see("#people p strong", "12356");
        browser.press(Keys.ENTER);
        browser.seeFocusIn("#words");
        browser.press("85123A", Keys.ENTER);
        browser.seeFocusIn("#quantity-0");
        browser.press("6", Keys.ENTER);
        browser.seeFocusIn("#words");
        browser.press(Keys.chord(Keys.CONTROL, "a"), "22423", Keys.ENTER);
        browser.seeFocusIn("#quantity-1");
        browser.press("2", Keys.ENTER);
        browser.seeFocusIn("#words");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(shop.get("/api" + browser.address()).get("lines"))
                .extracting(it ->
                        it.get("sku").asString() + " " + it.get("quantity").asInt())
                .containsExactly("85123A 6", "22423 2");
    }

    /** Of SKUs that differ in case alone, the one that was typed; of customers, the one whom the shop finds for all that was typed. */
    @Test
    void choosesByEnterWhatWasTyped(Browser browser) {
        String small = shop.product(7).toLowerCase(Locale.ROOT);
        shop.product(small, 7);
        String customer = shop.customer();
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.press(customer.substring(0, customer.length() - 1));
        browser.see("#people button");
        browser.press(customer.substring(customer.length() - 1), Keys.ENTER);
        browser.see("#people p strong", customer);
        browser.seeFocusIn("#words");
        browser.press(small, Keys.ENTER);
        browser.seeFocusIn("#quantity-0");
        assertThat(browser.textOf("#lines")).contains(small);
    }

    @Test
    void remembersNoDraftOfNothing(Browser browser) {
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.type("#words", "x");
        browser.press(Keys.BACK_SPACE);
        assertThat(browser.remembers("order-draft:")).isFalse();
        browser.type("#deliveryCountry", "France");
        assertThat(browser.remembers("order-draft:")).isTrue();
    }

    @Test
    void findsTheDraftAgainAfterLeavingThePage(Browser browser) {
        browser.signIn("clerk");
        enterOrderFor("12356", "85123A", browser);
        browser.type("#quantity-0", "6");
        browser.open("/catalog");
        browser.open("/orders/new");
        browser.see("#restored", "Your draft has been restored.");
        assertDraftIsThere(browser);
        browser.forget();
        browser.open("/orders/new");
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.see("#restored");
        assertDraftIsThere(browser);
        browser.forget();
        browser.signIn("admin");
        browser.open("/orders/new");
        browser.see("#nothing", "Nothing yet");
        assertThat(browser.shows("#restored")).isFalse();
    }

    @Test
    void keepsADraftThatCannotBeRestored(Browser browser) {
        browser.signIn("customer");
        browser.remember("order-draft:customer", """
                [["customer", "somebody else"], ["lines[0].product", "85123A"], ["lines[0].quantity", "6"]]""");
        browser.open("/orders/new");
        browser.see("#problem .notice");
        assertThat(browser.shows("#restored")).isFalse();
        assertThat(browser.remembers("order-draft:customer")).isTrue();
    }

    @Test
    void goesOnWithTheDraftWhenTheSessionWasOver(Browser browser) {
        browser.signIn("clerk");
        enterOrderFor("12356", "85123A", browser);
        browser.type("#quantity-0", "6");
        browser.forget();
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("#problem", "You are signed out");
        assertThat(browser.count("#problem a[href$='/login']")).isOne();
        assertDraftIsThere(browser);
        browser.inAnotherTab(() -> browser.signIn("clerk"));
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("#problem", "It is ready now");
        assertDraftIsThere(browser);
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(browser.textOf("main")).contains("17.70 GBP");
    }

    @Test
    void printsAnOrderWithoutTheControls(Browser browser) {
        String id = shop.orderId("12356", List.of("85123A", "22423"), 6);
        browser.signIn("clerk");
        browser.open("/orders/" + id);
        assertThat(browser.shows("nav a, main form")).isTrue();
        browser.printed(true);
        assertThat(browser.shows(".bar, .skip, main form, main button, .no-print"))
                .isFalse();
        assertThat(browser.shows("main h1")).isTrue();
        assertThat(browser.textOf("main")).contains("WHITE HANGING HEART", "Total");
        browser.screenshot("order-printed");
    }

    private static void assertDraftIsThere(Browser browser) {
        browser.see("#people p strong", "12356");
        assertThat(browser.see("#quantity-0").getDomProperty("value")).isEqualTo("6");
    }

    @Test
    void showsAnOrderOnAPhoneWithoutScrollingSideways(Browser browser) {
        String sku = shop.product(3);
        browser.signIn("clerk");
        browser.resize(Browser.PHONE);
        enterOrderFor("12356", sku, browser);
        browser.type("#quantity-0", "5");
        browser.press(Keys.TAB);
        browser.see("#fault-0", "only 3 left");
        for (String part :
                List.of("#fault-0 .tag", "#price-0", "#total-0", "#remove-0", "#sum", "#found td:last-child")) {
            assertThat(browser.cutsOff(part)).as(part).isFalse();
        }
        browser.assertThatNothingIsWrong("order entry on a phone");
        browser.screenshot("order-entry-phone");
        browser.open("/orders");
        assertThat(browser.cutsOff("#rows tr:first-child td:last-child")).isFalse();
    }

    private static void enterOrderFor(String customer, String sku, Browser browser) {
        browser.open("/orders/new");
        browser.type("#customer", customer);
        browser.see("#people p strong", customer);
        add(sku, browser);
        browser.see("#quantity-0");
    }

    private static void add(String sku, Browser browser) {
        browser.type("#words", sku);
        browser.click("#found button[value='%s']".formatted(sku));
    }
}
