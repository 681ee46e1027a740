package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The shop as people use it, in a real browser. */
@BrowserTest
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

    @Autowired
    ShopClient shop;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    FailingListener failingListener;

    @AfterEach
    void stumbleNoMore() {
        failingListener.noMore();
    }

    @Test
    void showsEverybodyWhatIsForSaleAndNothingElse(Browser browser) {
        browser.open("/");
        assertThat(browser.textOf("nav")).contains("Catalog").doesNotContain("Orders", "Customers", "Modules");
        browser.click("nav a[href='/catalog']");
        browser.see("#rows");
        assertThat(browser.textOf("main")).doesNotContain("New product", "Import");
        browser.open("/orders");
        assertThat(browser.address()).startsWith("/login");
    }

    @Test
    void letsAPersonInWhoKnowsThePasswordAndOutAgain(Browser browser) {
        browser.open("/orders");
        browser.click("main form button");
        assertThat(browser.count("main .field .fault")).isEqualTo(2);
        browser.type("#username", "clerk");
        browser.type("#password", "guess");
        browser.click("main form button");
        browser.see("[role=alert]", "Wrong name or password");
        assertThat(browser.count("main input[aria-invalid=true]")).isEqualTo(2);
        browser.type("#username", "clerk");
        browser.type("#password", accounts.passwordOf("clerk"));
        browser.click("main form button");
        browser.see("h1", "Orders");
        assertThat(browser.address()).startsWith("/orders");
        browser.click(".account button");
        browser.see(".account", "Sign in");
    }

    @Test
    void findsProductsWhileOneTypes(Browser browser) {
        browser.open("/catalog");
        browser.type("#words", "white hang");
        browser.see("#found", "2 products");
        browser.see("#rows", "WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(browser.count("#rows tr")).isEqualTo(2);
        assertThat(browser.address()).contains("words=white");
    }

    @Test
    void walksThroughALongListPageByPage(Browser browser) {
        browser.open("/catalog");
        int first = browser.count("#rows tr");
        browser.click("#more a");
        browser.see("#rows tr:nth-child(%d)".formatted(first + 1));
        assertThat(browser.count("#rows tr")).isGreaterThan(first);
    }

    @Test
    void saysBesideEachFieldWhatIsWrongInIt(Browser browser) {
        browser.signIn("clerk");
        browser.open("/catalog/new");
        browser.type("#sku", "a/b");
        browser.type("#amount", "2.12345");
        browser.type("#stock", "1.5");
        browser.click("main form button");
        browser.see("#problem", "Unit price must have at most 4 decimals");
        assertThat(browser.textOf("#problem")).contains("SKU", "Name is required", "Units in stock");
        for (String field : List.of("sku", "name", "amount", "stock")) {
            assertThat(browser.count(".field:has(#%s[aria-invalid=true]) .fault".formatted(field)))
                    .as(field)
                    .isOne();
        }
        browser.assertThatNothingIsWrong("a form with errors");
        browser.screenshot("all-errors-of-a-form");
    }

    @Test
    void letsTheSlowerOfTwoDecide(Browser browser) {
        String sku = shop.product(3);
        browser.signIn("clerk");
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
        browser.see("h1", "Changed by someone else");
        assertThat(browser.textOf("main table")).contains("Theirs", "Mine", "9.99", "not changed by you");
        browser.assertThatNothingIsWrong("the conflict");
        browser.screenshot("edit-conflict");
        browser.click("section[aria-labelledby=yours] button");
        browser.see("h1", "Mine");
        JsonNode saved = shop.get("/api/products/" + sku);
        assertThat(saved.get("name").asString()).isEqualTo("Mine");
        assertThat(saved.get("price").get("amount").asString()).isEqualTo("9.99");
    }

    @Test
    void triesAFailedEventAgainAndLosesNone(Browser browser) {
        String customer = shop.customer();
        failingListener.over(customer);
        shop.post("/api/customers/%s/deactivate".formatted(customer), "")
                .expectStatus()
                .isOk();
        browser.signIn("admin");
        browser.open("/events");
        for (int i = 0; i < 20 && !browser.textOf("main").contains(FailingListener.REASON); i++) {
            browser.open("/events");
        }
        browser.see("main", FailingListener.REASON);
        browser.screenshot("failed-event");
        failingListener.noMore();
        browser.click("main td form button");
        for (int i = 0; i < 20 && browser.textOf("main").contains(FailingListener.REASON); i++) {
            browser.open("/events");
        }
        assertThat(browser.textOf("main")).doesNotContain(FailingListener.REASON);
    }

    @Test
    void showsCustomersTheirOwnOrdersOnly(Browser browser) {
        String stranger = shop.customer();
        String foreign = shop.orderId(stranger, List.of(shop.product(1)), 1);
        browser.signIn("customer");
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
    void countsWhatModulesAskOfEachOther(Browser browser) {
        shop.orderId(shop.customer(), List.of(shop.product(1)), 1);
        browser.signIn("admin");
        browser.open("/modules");
        browser.see("main", ", 0 undeclared calls");
        browser.see("#calls", "orders catalog declared");
        assertThat(browser.textOf("#calls"))
                .containsPattern("orders catalog declared [1-9]")
                .containsPattern("orders customers declared [1-9]");
        // Two of orders, three of the demo data; other modules add theirs.
        assertThat(browser.count(".map .arrow.call")).isGreaterThanOrEqualTo(5);
        browser.screenshot("modules");
        browser.assertThatNothingIsWrong("/modules");
    }

    @Test
    void importsAFileAndReports(Browser browser) throws Exception {
        browser.signIn("clerk");
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
    void leadsThroughItByTheKeyboardAlone(Browser browser) {
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
    void raisesNoBarriersAndFitsAPhone(Browser browser) {
        browser.signIn("admin");
        for (String page : PAGES) {
            String name = page.equals("/") ? "home" : page.substring(1).replace('/', '-');
            browser.resize(Browser.DESK);
            browser.open(page);
            browser.miss(".panels [hx-get]");
            browser.assertThatNothingIsWrong(page);
            browser.screenshot(name + "-light");
            browser.dark(true);
            browser.assertThatNothingIsWrong(page + " in the dark");
            browser.screenshot(name + "-dark");
            browser.resize(Browser.PHONE);
            assertThat(browser.overflows())
                    .as("%s on a phone in the dark", page)
                    .isFalse();
            browser.screenshot(name + "-phone-dark");
            browser.dark(false);
            assertThat(browser.overflows()).as("%s on a phone", page).isFalse();
            browser.screenshot(name + "-phone-light");
        }
    }

    @Test
    void leadsToTheToolsThoseWhoMayUseThem(Browser browser) {
        browser.signIn("customer");
        browser.see("nav a[href='/orders']");
        assertThat(browser.count("a[href='/swagger-ui.html']")).isZero();
        browser.forget();
        browser.signIn("clerk");
        assertThat(browser.count("a[href='/actuator']")).isZero();
        browser.miss(".panels [hx-get]");
        browser.click("main a[href='/swagger-ui.html']");
        browser.see(".swagger-ui .opblock-tag-section");
        assertThat(browser.post("/api/orders/%s/cancel".formatted(UUID.randomUUID())))
                .isEqualTo(404);
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot("swagger-ui");
    }
}
