package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The shop as people use it, in a real browser. */
@DemoShopTest
@ExtendWith(InstalledBrowser.class)
class BackOfficeTests {

    private static final List<String> PAGES = List.of(
            "/",
            "/catalog",
            "/catalog/new",
            "/catalog/import",
            "/catalog/products/85123A",
            "/customers",
            "/customers/new",
            "/customers/by-number/12356",
            "/customers/by-number/12356/addresses",
            "/orders",
            "/orders/new",
            "/modules",
            "/events",
            "/audit",
            "/nothing-here");

    @LocalServerPort
    int port;

    @Autowired
    ShopClient shop;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Stumbling stumbling;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @AfterEach
    void closeBrowser(TestInfo test) {
        stumbling.noMore();
        browser.screenshot(test.getTestMethod().orElseThrow().getName());
        browser.close();
    }

    @Test
    void showsEverybodyWhatIsForSaleAndNothingElse() {
        browser.open("/");
        assertThat(browser.textOf("nav")).contains("Catalog").doesNotContain("Orders", "Customers", "Modules");
        browser.click("nav a[href='/catalog']");
        browser.see("#rows");
        assertThat(browser.textOf("main")).doesNotContain("New product", "Import");
        browser.open("/orders");
        assertThat(browser.address()).startsWith("/login");
    }

    @Test
    void letsAPersonInWhoKnowsThePasswordAndOutAgain() {
        browser.open("/orders");
        browser.type("#username", "clerk");
        browser.type("#password", "guess");
        browser.click("main form button");
        browser.see("[role=alert]", "do not fit");
        browser.type("#username", "clerk");
        browser.type("#password", accounts.passwordOf("clerk"));
        browser.click("main form button");
        browser.see("h1", "Orders");
        assertThat(browser.address()).startsWith("/orders");
        browser.click(".account button");
        browser.see(".account", "Sign in");
    }

    @Test
    void findsProductsWhileOneTypes() {
        browser.open("/catalog");
        browser.type("#words", "white hang");
        browser.see("#rows", "WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(browser.count("#rows tr")).isLessThan(5);
        assertThat(browser.address()).contains("words=white");
    }

    @Test
    void walksThroughALongListPageByPage() {
        browser.open("/catalog");
        int first = browser.count("#rows tr");
        browser.click("#more a");
        browser.see("#rows tr:nth-child(%d)".formatted(first + 1));
        assertThat(browser.count("#rows tr")).isGreaterThan(first);
    }

    @Test
    void placesAnOrderThatIsFoundAmongTheOrders() {
        signIn("clerk");
        enterOrderFor("12356", "85123A");
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
    void showsAtOnceWhatIsShort() {
        String sku = shop.product(3);
        signIn("clerk");
        enterOrderFor("12356", sku);
        browser.type("#quantity-0", "5");
        browser.press(Keys.TAB);
        browser.see("#draft", "only 3 left");
        browser.screenshot("shortage-at-once");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("#problem .notice", "There is not enough in stock");
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
    void ordersWhatWasTypedWhileTheShopWasStillThinking() {
        List<String> skus = shop.products(2, 100);
        signIn("clerk");
        enterOrderFor(shop.customer(), skus.getFirst());
        add(skus.getLast());
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
    void keepsTheFocusOfWhoeverEntersAnOrderByTheKeyboard() {
        signIn("clerk");
        browser.open("/orders/new");
        browser.type("#customer", "portugal");
        browser.see("#people button");
        browser.press(Keys.TAB);
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);
        browser.see("#people strong");
        assertThat(browser.focused()).contains("customer-");
        add("85123A");
        browser.see("#quantity-0");
        add("22423");
        browser.see("#remove-1");
        browser.click("#remove-0");
        browser.miss("#remove-1");
        assertThat(browser.focused()).contains("remove-0");
        browser.press(Keys.ENTER);
        browser.see("#nothing", "Nothing yet");
        assertThat(browser.focused()).contains("remove-0");
    }

    @Test
    void showsAnOrderOnAPhoneWithoutScrollingSideways() {
        String sku = shop.product(3);
        signIn("clerk");
        browser.resize(Browser.PHONE);
        enterOrderFor("12356", sku);
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

    @Test
    void letsTheSlowerOfTwoDecide() {
        String sku = shop.product(3);
        signIn("clerk");
        browser.open("/catalog/products/" + sku);
        browser.type("#name", "Mine");
        http.put()
                .uri("/api/products/" + sku)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Theirs", "price", ShopClient.gbp("9.99")))
                .exchange()
                .expectStatus()
                .isOk();
        browser.click("section[aria-labelledby=change] button");
        browser.see("h1", "Somebody else was faster");
        assertThat(browser.textOf("main table")).contains("Theirs", "Mine", "9.99", "left alone");
        browser.assertThatNothingIsWrong("the conflict");
        browser.screenshot("edit-conflict");
        browser.click("section[aria-labelledby=yours] button");
        browser.see("h1", "Mine");
        JsonNode saved = shop.get("/api/products/" + sku);
        assertThat(saved.get("name").asString()).isEqualTo("Mine");
        assertThat(saved.get("price").get("amount").asString()).isEqualTo("9.99");
    }

    @Test
    void triesAFailedEventAgainAndLosesNone() {
        String customer = shop.customer();
        stumbling.over(customer);
        shop.post("/api/customers/%s/deactivate".formatted(customer), "")
                .expectStatus()
                .isOk();
        signIn("admin");
        browser.open("/events");
        for (int i = 0; i < 20 && !browser.textOf("main").contains(Stumbling.REASON); i++) {
            browser.open("/events");
        }
        browser.see("main", Stumbling.REASON);
        browser.screenshot("failed-event");
        stumbling.noMore();
        browser.click("main td form button");
        for (int i = 0; i < 20 && browser.textOf("main").contains(Stumbling.REASON); i++) {
            browser.open("/events");
        }
        assertThat(browser.textOf("main")).doesNotContain(Stumbling.REASON);
    }

    @Test
    void showsACustomerHisOwnOrdersOnly() {
        String stranger = shop.customer();
        String foreign = shop.orderId(stranger, List.of(shop.product(1)), 1);
        signIn("customer");
        browser.click("nav a[href='/orders']");
        browser.see("#rows");
        assertThat(browser.textOf("#rows")).contains("12356").doesNotContain(stranger);
        browser.open("/orders/" + foreign);
        browser.see("h1", "Unknown order");
        browser.open("/customers");
        browser.see("h1", "Not permitted");
        browser.screenshot("forbidden");
    }

    @Test
    void countsWhatModulesAskOfEachOther() {
        shop.orderId(shop.customer(), List.of(shop.product(1)), 1);
        signIn("admin");
        browser.open("/modules");
        browser.see("main", "0 calls outside");
        assertThat(browser.textOf("main")).contains("catalog", "customers", "orders");
        browser.screenshot("modules");
        browser.assertThatNothingIsWrong("/modules");
    }

    @Test
    void importsAFileAndReports() throws Exception {
        signIn("clerk");
        browser.open("/catalog/import");
        Path sheet = Files.createTempFile("products", ".csv");
        Files.writeString(sheet, "sku,name,price,stock\nBROWSER-1,Lamp,2.55,3\nBROWSER-2,Lamp,dear,3\n");
        browser.see("#file").sendKeys(sheet.toString());
        browser.click("#sheet button");
        browser.see("#report", "BROWSER-2");
        browser.screenshot("import");
        assertThat(shop.stock("BROWSER-1")).isEqualTo(3);
    }

    @Test
    void leadsThroughItByTheKeyboardAlone() {
        browser.open("/catalog");
        browser.press(Keys.TAB);
        assertThat(browser.focused()).contains("skip");
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);
        assertThat(browser.focused()).contains("words");
        browser.press("white hang");
        browser.see("#rows", "WHITE HANGING HEART T-LIGHT HOLDER");
    }

    @Test
    void raisesNoBarriersAndFitsAPhone() {
        signIn("admin");
        for (boolean dark : List.of(false, true)) {
            browser.dark(dark);
            for (String page : PAGES) {
                browser.resize(Browser.DESK);
                browser.open(page);
                browser.miss(".panels [hx-get]");
                browser.assertThatNothingIsWrong(page + (dark ? " in the dark" : ""));
                String name = page.substring(1).replace('/', '-');
                browser.screenshot("%s-%s".formatted(name.isEmpty() ? "home" : name, dark ? "dark" : "light"));
                browser.resize(Browser.PHONE);
                assertThat(browser.overflows()).as("%s on a phone", page).isFalse();
                browser.screenshot("%s-phone-%s".formatted(name.isEmpty() ? "home" : name, dark ? "dark" : "light"));
            }
        }
    }

    @Test
    void offersSwaggerUiToThoseWhoMay() {
        signIn("clerk");
        browser.open("/swagger-ui.html");
        browser.see(".swagger-ui .opblock-tag-section");
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot("swagger-ui");
    }

    private void signIn(String account) {
        browser.signIn(account, accounts.passwordOf(account));
    }

    private void enterOrderFor(String customer, String sku) {
        browser.open("/orders/new");
        browser.type("#customer", customer);
        browser.see("#people strong", customer);
        add(sku);
        browser.see("#quantity-0");
    }

    private void add(String sku) {
        browser.type("#words", sku);
        browser.click("#found button[value='%s']".formatted(sku));
    }
}
