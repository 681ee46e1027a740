package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** Scripts make the pages pleasant, and are not what makes them work. */
@BrowserTest(scripts = false)
class ScriptlessTests {

    @Autowired
    ShopClient shop;

    @Test
    void leadsFromTheHomePageToAProduct(Browser browser) {
        browser.open("/");
        browser.click(".panels a[href='/catalog']");
        browser.type("#words", "white hang");
        browser.press(Keys.ENTER);
        browser.see("#rows", "WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(browser.count("#rows tr")).isLessThan(5);
    }

    @Test
    void placesAnOrder(Browser browser) {
        String sku = shop.product(3);
        browser.signIn("clerk");
        browser.open("/orders/new");
        browser.type("#customer", "12356");
        browser.press(Keys.ENTER);
        browser.see("#people strong", "12356");
        browser.type("#words", sku);
        browser.press(Keys.ENTER);
        browser.click("#found button[value='%s']".formatted(sku));
        browser.type("#quantity-0", "5");
        browser.press(Keys.ENTER);
        browser.see("#draft", "only 3 left");
        browser.type("#quantity-0", "2");
        browser.click("#entry > .actions button:not(.quiet)");
        browser.see("h1", "Order of");
        assertThat(shop.stock(sku)).isEqualTo(1);
    }
}
