package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.StockChange;
import com.example.shop.kernel.Money;
import io.watertight.api.Actor;
import io.watertight.testing.ActingAs;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import io.watertight.testing.statements.StatementCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@CatalogTest
class ProductPageTests {

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
    void takesAProductIntoTheCatalog() {
        String sku = GivenProducts.freshSku() + " X";
        pages.post(
                "/catalog/new",
                Map.of("sku", sku, "name", "Lantern", "price.amount", "0.085", "price.currency", "GBP", "stock", "7"));
        assertThat(catalog.product(sku).price()).isEqualTo(Money.of("0.085", "GBP"));
        assertThat(pages.get("/catalog/products/" + sku.replace(" ", "%20")).html())
                .contains("Lantern", "0.085 GBP");
    }

    @ParameterizedTest
    @CsvSource({
        "sku, a/b, sku",
        "sku, '', sku",
        "name, ' ', name",
        "price.amount, '', price.amount",
        "price.amount, cheap, price.amount",
        "price.amount, 1.00001, price",
        "price.amount, 1E+1000000000, price",
        "price.amount, -1, price",
        "price.currency, QQQ, price.currency",
        "stock, 1.5, stock",
        "stock, -1, stock"
    })
    void namesTheFieldThatIsWrongInANotice(String field, String typed, String named) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "sku",
                GivenProducts.freshSku(),
                "name",
                "x",
                "price.amount",
                "1",
                "price.currency",
                "GBP",
                "stock",
                "1"));
        fields.put(field, typed);
        Page refused = pages.post("/catalog/new", fields);
        assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.html())
                .startsWith("<div class=\"notice bad\"")
                .contains("data-field=\"%s\"".formatted(named))
                .doesNotContain("java.", "<html");
    }

    @ParameterizedTest
    @CsvSource({
        "cheap, GBP, price.amount is not a decimal number",
        "1.00001, GBP, price must have at most 4 decimals",
        "'', '', price is required",
        "'', QQQ, price.currency is not an ISO 4217 currency code such as GBP"
    })
    void namesEveryFieldThatIsWrong(String amount, String currency, String ofThePrice) {
        Page refused = pages.post(
                "/catalog/new",
                Map.of("sku", "a/b", "name", " ", "price.amount", amount, "price.currency", currency, "stock", "1.5"));
        assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(errorsIn(refused))
                .contains("name is required", ofThePrice, "stock is not a whole number in range")
                .anyMatch(it -> it.startsWith("sku must be 1 to 40"))
                .doesNotHaveDuplicates()
                .noneMatch(it -> it.contains("null"));
    }

    @Test
    void namesEveryFieldThatIsWrongInARevisionAndInACorrection() {
        String sku = given.inStock(1);
        assertThat(errorsIn(pages.post(
                        "/catalog/products/" + sku,
                        Map.of("name", "", "price.amount", "", "price.currency", "GBP", "version", "0"))))
                .containsExactly("name is required", "price.amount is required");
        assertThat(errorsIn(pages.post(
                        "/catalog/products/%s/stock-corrections".formatted(sku), Map.of("change", "", "reason", " "))))
                .containsExactly("change is required", "reason is required");
    }

    private static List<String> errorsIn(Page page) {
        return Pattern.compile("<code\\s*>(.+?)</code> <span>(.+?)</span>")
                .matcher(page.html())
                .results()
                .map(it -> it.group(1) + " " + it.group(2))
                .toList();
    }

    @Test
    void pointsAtTheSkuThatIsTaken() {
        Page refused = pages.post(
                "/catalog/new",
                Map.of(
                        "sku",
                        given.inStock(1),
                        "name",
                        "x",
                        "price.amount",
                        "1",
                        "price.currency",
                        "GBP",
                        "stock",
                        "1"));
        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.html()).contains("data-field=\"sku\"");
    }

    @Test
    void doesNotSayOfADiscontinuedProductThatItCanBeSold() {
        String sku = given.inStock(10);
        assertThat(pages.get("/catalog/products/" + sku).html()).contains("<dt>Available</dt>");
        catalog.discontinue(sku);
        assertThat(pages.get("/catalog/products/" + sku).html())
                .contains("<dt>In stock</dt>")
                .doesNotContain("<dt>Available</dt>");
    }

    @Test
    void discontinuesAfterAQuestion() {
        String sku = given.inStock(1);
        assertThat(pages.get("/catalog/products/" + sku).html()).contains("data-ask=\"Discontinue " + sku);
        pages.post("/catalog/products/" + sku + "/discontinue", Map.of());
        assertThat(catalog.product(sku).discontinued()).isTrue();
        assertThat(pages.get("/catalog/products/" + sku).html())
                .contains("discontinued")
                .doesNotContain("data-ask");
    }

    @Test
    void showsAProductToEverybodyAndItsFormsToStaff() {
        String sku = given.inStock(1);
        catalog.correctStock(sku, new StockChange(1, "found behind the shelf"), null);
        actors.as(
                Actor.anonymous(),
                () -> assertThat(pages.get("/catalog/products/" + sku).html())
                        .contains("Product " + sku)
                        .doesNotContain("<form", "shelf"));
    }

    @Test
    void showsAHostileNameAsText() {
        String sku = GivenProducts.freshSku();
        String name = "<script>alert(1)</script>\"'";
        catalog.add(new NewProduct(sku, name, Money.of("1", "GBP"), 0));
        for (String path : new String[] {"/catalog/products/" + sku, "/catalog?words=" + sku, "/catalog/home"}) {
            assertThat(pages.get(path).html()).doesNotContain("<script>alert");
        }
        assertThat(pages.get("/catalog/products/" + sku).html()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void doesNotKnowWhatNobodyAdded() {
        assertThat(pages.get("/catalog/products/NO-SUCH").status()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void readsAProductInAFixedNumberOfStatementsWhateverHappenedToIt(int corrections) {
        String sku = given.inStock(1);
        for (int i = 0; i < corrections; i++) {
            catalog.correctStock(sku, new StockChange(1, "delivery"), null);
        }
        http.get()
                .uri("/catalog/products/{sku}", sku)
                .accept(MediaType.TEXT_HTML)
                .header(StatementCounter.HEADER, "product page " + corrections)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(statements.of("product page " + corrections)).hasCount(4);
    }
}
