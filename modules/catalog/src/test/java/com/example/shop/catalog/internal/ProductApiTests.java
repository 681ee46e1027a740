package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.Hold;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.StockService;
import io.watertight.testing.statements.StatementCounter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@CatalogTest
class ProductApiTests {

    @Autowired
    RestTestClient http;

    @Autowired
    CatalogService catalog;

    @Autowired
    StockService stock;

    @Autowired
    StatementCounter statements;

    GivenProducts given;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
    }

    @Test
    void createsAProductAndSaysWhereItIs() {
        String sku = GivenProducts.freshSku() + " X";
        post("/api/products", """
                {"sku":"%s","name":"Lantern","price":{"amount":"2.550","currency":"GBP"},"stock":3}""".formatted(sku))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/products/" + sku.replace(" ", "%20"))
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"0-3\"")
                .expectBody()
                .json("""
                        {"sku":"%s","name":"Lantern","price":{"amount":"2.550","currency":"GBP"},"stock":3,
                         "discontinued":false,"version":0}""".formatted(sku));
        http.get().uri("/api/products/{sku}", sku).exchange().expectStatus().isOk();
    }

    @Test
    void pointsAtTheProductThatHasTheSku() {
        String sku = given.inStock(1);
        post("/api/products", """
                {"sku":"%s","name":"Lantern","price":{"amount":"1","currency":"GBP"},"stock":1}""".formatted(sku))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem-type:product-exists")
                .jsonPath("$.existing")
                .isEqualTo("/api/products/" + sku);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"sku":"a/b","name":"x","price":{"amount":"1","currency":"GBP"},"stock":1} | sku
            {"name":"x","price":{"amount":"1","currency":"GBP"},"stock":1} | sku
            {"sku":"S","name":" ","price":{"amount":"1","currency":"GBP"},"stock":1} | name
            {"sku":"S","name":"x","price":{"amount":"-1","currency":"GBP"},"stock":1} | price
            {"sku":"S","name":"x","price":{"amount":"1.00001","currency":"GBP"},"stock":1} | price
            {"sku":"S","name":"x","price":{"amount":"1E+1000000000","currency":"GBP"},"stock":1} | price
            {"sku":"S","name":"x","price":{"amount":"1","currency":"QQQ"},"stock":1} | price.currency
            {"sku":"S","name":"x","price":{"amount":"one","currency":"GBP"},"stock":1} | price.amount
            {"sku":"S","name":"x","price":{"currency":"GBP"},"stock":1} | price.amount
            {"sku":"S","name":"x","price":{"amount":"1","currency":null},"stock":1} | price.currency
            {"sku":"S","name":"x","price":{"amount":"1"},"stock":1} | price.currency
            {"sku":"S","name":"a\\u3164b","price":{"amount":"1","currency":"GBP"},"stock":1} | name
            {"sku":"S","name":"\\u200d","price":{"amount":"1","currency":"GBP"},"stock":1} | name
            {"sku":"S","name":"x","price":null,"stock":1} | price
            {"sku":"S","name":"x","price":{"amount":"1","currency":"GBP"}}                   | stock
            {"sku":"S","name":"x","price":{"amount":"1","currency":"GBP"},"stock":-1}        | stock
            {"sku":"S","name":"x","price":{"amount":"1","currency":"GBP"},"stock":1.5}       | stock
            {"sku":"S","name":"x","price":{"amount":"1","currency":"GBP"},"stock":"1"}       | stock
            {"sku":"S","name":"x","price":{"amount":"1","currency":"GBP"},"stock":99999999999999999999} | stock
            {"sku":"S","name":"x","price":{"amount":"1","currency":"GBP"},"colour":"red","stock":1} | colour
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        post("/api/products", body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem-type:invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void changesAProductOnlyForWhoHasSeenItsLatestVersion() {
        String sku = given.inStock(1);
        String body = """
                {"name":"Lamp","price":{"amount":"3.00","currency":"GBP"}}""";
        put(sku, null, body).expectStatus().isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
        put(sku, "\"0\"", body).expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1-1\"");
        put(sku, "\"0\"", body).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        put(sku, "*", body).expectStatus().isOk();
        put("NO-SUCH", "*", body).expectStatus().isNotFound();
    }

    @Test
    void tagsTwoAnswersOfOneVersionDifferentlyWhereTheStockHasMoved() {
        String sku = given.inStock(5);
        String before = tagOf(sku);
        stock.reserve(UUID.randomUUID(), List.of(new RequestedLine(sku, 2)), Hold.FIRM);
        assertThat(tagOf(sku)).isNotEqualTo(before).doesNotStartWith("W/");
        // A change of name or price overwrites no stock, so whoever has seen the version may make it.
        put(sku, before, """
                {"name":"Lamp","price":{"amount":"3.00","currency":"GBP"}}""").expectStatus().isOk();
        put(sku, before, """
                {"name":"Lamp","price":{"amount":"3.00","currency":"GBP"}}""").expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    private String tagOf(String sku) {
        return String.valueOf(http.get()
                .uri("/api/products/{sku}", sku)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "limit=-1", "cursor=x", "inStock=maybe", "cursor="})
    void refusesAPageThatCannotBe(String query) {
        http.get()
                .uri("/api/products?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_inStock=x", "!inStock=false", "_discontinued", "!words=nothing"})
    void knowsNoMarkersOfFields(String query) {
        http.get()
                .uri("/api/products?" + query + "&words=" + given.inStock(1))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void tellsTheHeadersOfAnExportWithoutReadingIt() {
        given.inStock(600, 1);
        http.head()
                .uri("/api/exports/products")
                .header(StatementCounter.HEADER, "head of export")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"products.csv\"");
        assertThat(statements.of("head of export")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberOfProductsInOneStatement(int rows) {
        given.inStock(rows, 1);
        http.get()
                .uri("/api/products?limit={rows}", rows)
                .header(StatementCounter.HEADER, "products " + rows)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(rows);
        assertThat(statements.of("products " + rows)).hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"/api/products/{sku}, 1", "/api/products/{sku}/prices, 1", "/api/products/{sku}/stock-corrections, 2"})
    void readsOneProductInAFixedNumberOfStatements(String path, int expected) {
        String sku = given.inStock(1);
        http.get()
                .uri(path, sku)
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(statements.of(path)).hasCount(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void exportsAFileToKeepWhoeverAsks(String accept) {
        http.get()
                .uri("/api/exports/products")
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"products.csv\"");
    }

    @Test
    void importsAFileOverHttpAndReports() {
        http.post()
                .uri("/api/products/imports")
                .contentType(MediaType.valueOf("text/csv"))
                .body("sku,name,price,stock\n%s,Lantern,1,1\nbad line\n".formatted(GivenProducts.freshSku()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.created")
                .isEqualTo(1)
                .jsonPath("$.refusals[0].line")
                .isEqualTo(3);
        http.post()
                .uri("/api/products/imports")
                .contentType(MediaType.valueOf("text/csv;charset=ISO-8859-1"))
                .body("sku,name,price,stock\n")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, it -> assertThat(it).contains("UTF-8"));
        post("/api/products/imports", "{}").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    private RestTestClient.ResponseSpec post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec put(String sku, @Nullable String version, String body) {
        return http.put()
                .uri("/api/products/{sku}", sku)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(it -> {
                    if (version != null) {
                        it.set(HttpHeaders.IF_MATCH, version);
                    }
                })
                .body(body)
                .exchange();
    }
}
