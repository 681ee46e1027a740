package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.kernel.Money;
import io.watertight.api.ExpectedVersion;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

@CatalogTest
class ProductEditTests {

    @Autowired
    CatalogService catalog;

    @Autowired
    Pages pages;

    @Autowired
    WholeDatabase database;

    GivenProducts given;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
    }

    @Test
    void changesNameAndPrice() {
        String sku = given.inStock(1);
        pages.post("/catalog/products/" + sku, edit(pages.get("/catalog/products/" + sku), "Renamed", "3.00"));
        assertThat(catalog.product(sku).name()).isEqualTo("Renamed");
        assertThat(pages.get("/catalog/products/" + sku).html()).contains("2.50 GBP", "3.00 GBP");
    }

    @Test
    void writesNothingIfNothingIsChanged() {
        String sku = given.inStock(1);
        Page seen = pages.get("/catalog/products/" + sku);
        pages.post("/catalog/products/" + sku, edit(seen, seen.valueOf("name"), seen.valueOf("price.amount")));
        assertThat(catalog.product(sku).version()).isZero();
        assertThat(database.sql("select action from audit.entry where subject = :sku")
                        .param("sku", sku)
                        .query(String.class)
                        .list())
                .containsExactly("add");
    }

    @Test
    void showsWhatSomebodyElseMadeOfItBesideOnesOwnAndOverwritesThen() {
        String sku = given.inStock(1);
        String page = "/catalog/products/" + sku;
        Page seen = pages.get(page);
        catalog.revise(sku, new ProductRevision("Theirs", Money.of("2.50", "GBP")), ExpectedVersion.of(0));

        Page conflict = pages.post(page, edit(seen, "Mine <b>", "9.99"));

        assertThat(conflict.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(conflict.html())
                .contains(">Theirs</td>", ">Mine &lt;b&gt;</td>", ">2.50 GBP</td>", ">9.99 GBP</td>")
                .containsOnlyOnce("changed by both");
        assertThat(conflict.valueOf("name")).isEqualTo("Mine <b>");
        assertThat(catalog.product(sku).name()).isEqualTo("Theirs");

        pages.post(page, edit(conflict, "Mine <b>", "9.99"));
        assertThat(catalog.product(sku).name()).isEqualTo("Mine <b>");
    }

    @Test
    void keepsWhatSomebodyElseChangedWhereTheSlowerOneChangedNothing() {
        String sku = given.inStock(1);
        String page = "/catalog/products/" + sku;
        Page seen = pages.get(page);
        catalog.revise(sku, new ProductRevision("Theirs", Money.of("2.50", "GBP")), ExpectedVersion.of(0));

        Page conflict = pages.post(page, edit(seen, seen.valueOf("name"), "9.99"));

        assertThat(conflict.html()).contains("that you did not change").doesNotContain("changed by both");
        assertThat(conflict.valueOf("name")).isEqualTo("Theirs");
        assertThat(conflict.valueOf("price.amount")).isEqualTo("9.99");

        pages.post(page, edit(conflict, conflict.valueOf("name"), conflict.valueOf("price.amount")));
        assertThat(catalog.product(sku).name()).isEqualTo("Theirs");
        assertThat(catalog.product(sku).price()).isEqualTo(Money.of("9.99", "GBP"));
    }

    @Test
    void neverMixesTheAmountOfOnePriceWithTheCurrencyOfAnother() {
        String sku = given.inStock(1);
        String page = "/catalog/products/" + sku;
        Page seen = pages.get(page);
        catalog.revise(sku, new ProductRevision("Theirs", Money.of("300", "JPY")), ExpectedVersion.of(0));
        Page conflict = pages.post(page, edit(seen, "Mine", "9.99"));
        assertThat(conflict.valueOf("price.amount")).isEqualTo("9.99");
        assertThat(conflict.valueOf("price.currency")).isEqualTo("GBP");
    }

    @Test
    void saysThatItWasDiscontinuedMeanwhile() {
        String sku = given.inStock(1);
        Page seen = pages.get("/catalog/products/" + sku);
        catalog.discontinue(sku);
        Page conflict = pages.post("/catalog/products/" + sku, edit(seen, "Mine", "1"));
        assertThat(conflict.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(conflict.html()).contains("its sale has ended");
    }

    /** The form on that page, with another name and amount typed into it. */
    private static Map<String, String> edit(Page page, String name, String amount) {
        return Map.of(
                "name", name,
                "price.amount", amount,
                "price.currency", page.valueOf("price.currency"),
                "was.name", page.valueOf("was.name"),
                "was.price.amount", page.valueOf("was.price.amount"),
                "was.price.currency", page.valueOf("was.price.currency"),
                "version", page.valueOf("version"));
    }
}
