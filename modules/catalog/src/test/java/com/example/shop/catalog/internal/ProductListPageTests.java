package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.NewProduct;
import com.example.shop.kernel.Money;
import io.watertight.api.Actor;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@CatalogTest
class ProductListPageTests {

    @Autowired
    RestTestClient http;

    @Autowired
    CatalogService catalog;

    @Autowired
    StatementCounter statements;

    @Autowired
    ActingAs actors;

    @Autowired
    Pages pages;

    GivenProducts given;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
    }

    @Test
    void findsByTheBeginningsOfWords() {
        String sku = named("Hanging Heart", 1);
        assertThat(pages.get("/catalog?words=hear+" + sku).linked("/catalog/products/"))
                .containsExactly(sku);
        Page none = pages.get("/catalog?words=eart+" + sku);
        assertThat(none.linked("/catalog/products/")).isEmpty();
        assertThat(none.html())
                .contains("No products found", "<div id=\"results\">", "<div id=\"more\" class=\"more\"></div>");
    }

    @Test
    void filtersByStockAndSaleAndTakesAnEmptyFieldForNoFilter() {
        String word = "F" + GivenProducts.freshSku().replace("-", "");
        String sold = named(word, 0);
        String ended = named(word, 1);
        String there = named(word, 1);
        catalog.discontinue(ended);
        String list = "/catalog?words=" + word;
        assertThat(pages.get(list + "&inStock=&discontinued=&cursor=").linked("/catalog/products/"))
                .containsExactly(sold, ended, there);
        assertThat(pages.get(list + "&inStock=true").linked("/catalog/products/"))
                .containsExactly(there);
        assertThat(pages.get(list + "&inStock=false&discontinued=false").linked("/catalog/products/"))
                .containsExactly(sold);
        assertThat(pages.get(list + "&discontinued=true").linked("/catalog/products/"))
                .containsExactly(ended);
        assertThat(pages.get(list).html()).contains("out of stock", "discontinued", "for sale");
    }

    @Test
    void exportsWhatTheFilterShows() {
        String sku = given.inStock(1);
        String gone = given.inStock(1);
        catalog.discontinue(gone);
        assertThat(pages.get("/catalog?discontinued=true&words=" + gone).html())
                .contains("/api/exports/products?words=" + gone + "&amp;inStock=&amp;discontinued=true");
        assertThat(exported("?words=" + gone + "&inStock=&discontinued=true"))
                .contains(gone + ",Product " + gone + ",2.50,GBP,1,true");
        assertThat(exported("?words=" + gone + "&discontinued=false")).doesNotContain(gone);
        assertThat(exported("")).contains(sku, gone);
    }

    private String exported(String filter) {
        return String.valueOf(http.get()
                .uri("/api/exports/products" + filter)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&inStock=true&discontinued=false"})
    void walksAllPagesAndRepeatsNone(String filter) {
        String word = "W" + GivenProducts.freshSku().replace("-", "");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(named(word, 1));
        }
        Page page = pages.get("/catalog?limit=3&words=" + word + filter);
        assertThat(page.html()).contains(">3 products shown, and there are more</p>");
        List<String> walked = new ArrayList<>(page.linked("/catalog/products/"));
        while (page.more().isPresent()) {
            page = pages.get(page.more().get());
            assertThat(page.linked("/catalog/products/")).hasSizeBetween(1, 3);
            walked.addAll(page.linked("/catalog/products/"));
        }
        assertThat(walked).containsExactlyElementsOf(all);
        assertThat(page.html()).contains(">7 products</p>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberOfProductsInOneStatement(int rows) {
        given.inStock(rows, 1);
        assertThat(countOf("/catalog?limit=" + rows)).isEqualTo(1);
        assertThat(pages.get("/catalog?limit=" + rows).linked("/catalog/products/"))
                .hasSize(rows);
    }

    @Test
    void offersToChangeTheCatalogOnlyToStaff() {
        assertThat(pages.get("/catalog").html()).contains("/catalog/new", "/catalog/import", "/api/exports/products");
        actors.as(
                Actor.anonymous(),
                () -> assertThat(pages.get("/catalog").html())
                        .contains("Search")
                        .doesNotContain("/catalog/new", "/catalog/import", "/api/exports"));
    }

    @Test
    void saysOnTheHomePageWhatIsOutOfStock() {
        given.inStock(11, 0);
        assertThat(countOf("/catalog/home")).isEqualTo(1);
        Page panel = pages.get("/catalog/home");
        assertThat(panel.html()).startsWith("<section class=\"panel\"").doesNotContain("<html");
        assertThat(panel.linked("/catalog/products/")).hasSize(10);
        assertThat(panel.html()).contains("/catalog?inStock=false&amp;discontinued=false");
    }

    @Test
    void refusesAPageThatCannotBe() {
        assertThat(pages.get("/catalog?cursor=x").status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(pages.get("/catalog?inStock=maybe").status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(pages.get("/catalog?limit=501").status()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private int countOf(String path) {
        http.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        return statements.of(path).count();
    }

    private String named(String name, long stock) {
        String sku = GivenProducts.freshSku();
        catalog.add(new NewProduct(sku, name, Money.of("1", "GBP"), stock));
        return sku;
    }
}
