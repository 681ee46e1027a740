package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person has begun is not lost when something comes in between. */
@BrowserTest
class InterruptedWorkTests {

    @Autowired
    ShopClient shop;

    @Test
    void keepsTheFormOfSomebodyWhoWasSignedOut(Browser browser) {
        browser.signIn("clerk");
        browser.open("/catalog/new");
        browser.type("#sku", "INTERRUPTED-1");
        browser.type("#name", "Half typed");
        browser.type("[name='price.amount']", "2.55");
        browser.type("#stock", "3");
        browser.forget();
        browser.click("main form button");
        browser.see("#problem", "You are signed out");
        browser.inAnotherTab(() -> browser.signIn("clerk"));
        browser.click("main form button");
        browser.see("#problem", "It is ready now");
        browser.click("main form button");
        browser.see("h1", "Half typed");
        assertThat(shop.stock("INTERRUPTED-1")).isEqualTo(3);
    }

    @Test
    void doesNotLeadAwayWhoIsSignedOutWhileTheySearch(Browser browser) {
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.forget();
        browser.type("#words", "heart");
        browser.see("#problem", "You are signed out");
        assertThat(browser.address()).isEqualTo("/orders/new");
        assertThat(browser.focused()).contains("words");
    }

    @Test
    void forgetsThatTheShopDidNotAnswerOnceItDoes(Browser browser) {
        browser.open("/catalog");
        browser.offline(true);
        browser.type("#words", "white");
        browser.see("#problem", "is not responding");
        browser.offline(false);
        browser.type("#words", "white hang");
        browser.see("#rows", "WHITE HANGING HEART T-LIGHT HOLDER");
        browser.miss("#problem .notice");
    }

    @Test
    void namesAFieldByItsLabelAndSaysItOnce(Browser browser) {
        browser.signIn("clerk");
        browser.open("/catalog/new");
        browser.type("#sku", "DEAR-1");
        browser.type("#name", "Lamp");
        browser.type("[name='price.amount']", "dear");
        browser.click("main form button");
        browser.see("#problem", "\"Unit price\" is not a decimal number.");
        assertThat(browser.textOf("#problem").split("decimal number")).hasSize(2);
        assertThat(browser.count("[name='price.amount'][aria-invalid=true]")).isOne();
    }

    @Test
    void showsTheWayOnWhereSomebodyMayNotGo(Browser browser) {
        browser.signIn("clerk");
        browser.open("/events");
        browser.see("h1", "Not permitted");
        assertThat(browser.textOf("nav")).contains("Catalog", "Customers", "Orders");
        assertThat(browser.textOf(".who")).isEqualTo("clerk");
        browser.open("/nothing-here");
        assertThat(browser.textOf("nav")).contains("Catalog");
    }

    @Test
    void goesOnAtTheFirstNewRowWhereThereIsNoMore(Browser browser) {
        browser.signIn("clerk");
        browser.open("/customers?limit=60");
        int before = 0;
        while (browser.count("#more a") > 0) {
            before = browser.count("#rows tr");
            browser.see("#more a").sendKeys(Keys.ENTER);
            browser.see("#rows tr:nth-child(%d)".formatted(before + 1));
            browser.settle();
        }
        assertThat(before).isPositive();
        browser.seeFocusIn("#rows tr:nth-child(%d)".formatted(before + 1));
    }
}
