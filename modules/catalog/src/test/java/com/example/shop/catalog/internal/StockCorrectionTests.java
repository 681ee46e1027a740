package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.CorrectionInProgressException;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.Hold;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.catalog.StockReservedException;
import com.example.shop.catalog.StockService;
import io.watertight.testing.pages.Page;
import io.watertight.testing.pages.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@CatalogTest
class StockCorrectionTests {

    private static final String DELIVERY = """
            {"change":3,"reason":"delivery"}""";

    @Autowired
    RestTestClient http;

    @Autowired
    CatalogService catalog;

    @Autowired
    StockService stock;

    @Autowired
    Pages pages;

    GivenProducts given;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
    }

    @Test
    void correctsTheStockAndRemembersWhy() {
        String sku = given.inStock(10);
        catalog.correctStock(sku, new StockChange(-3, "stocktaking"), null);
        catalog.correctStock(sku, new StockChange(5, "delivery 4711"), null);
        assertThat(catalog.product(sku).stock()).isEqualTo(12);
        assertThat(catalog.stockCorrections(sku))
                .extracting(StockCorrectionDto::change, StockCorrectionDto::reason, StockCorrectionDto::stock)
                .containsExactly(tuple(5L, "delivery 4711", 12L), tuple(-3L, "stocktaking", 7L));
    }

    @Test
    void correctsTheStockOnceForOneKeyAlsoUnderARace() throws Exception {
        String sku = given.inStock(10);
        UUID key = UUID.randomUUID();
        List<Callable<String>> attempts = Collections.nCopies(8, () -> {
            try {
                return catalog.correctStock(sku, new StockChange(3, "delivery"), key)
                                .repeated()
                        ? "repeated"
                        : "made";
            } catch (CorrectionInProgressException e) {
                return "under way";
            }
        });
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> outcome : threads.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).containsOnlyOnce("made");
        assertThat(catalog.product(sku).stock()).isEqualTo(13);
        assertThat(catalog.stockCorrections(sku)).hasSize(1);
    }

    @Test
    void neverCorrectsTheStockBelowWhatIsReserved() {
        String sku = given.inStock(10);
        stock.reserve(UUID.randomUUID(), List.of(new RequestedLine(sku, 8)), Hold.FIRM);
        assertThatExceptionOfType(StockReservedException.class)
                .isThrownBy(() -> catalog.correctStock(sku, new StockChange(-3, "stocktaking"), null));
        assertThat(catalog.product(sku).stock()).isEqualTo(2);
    }

    @Test
    void correctsTheStockOnceForOneKey() {
        String sku = given.inStock(10);
        String key = UUID.randomUUID().toString();
        String delivery = """
                {"change":3,"reason":"delivery"}""";
        correct(sku, key, delivery)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.repeated")
                .isEqualTo(false);
        correct(sku, key, delivery)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.repeated")
                .isEqualTo(true)
                .jsonPath("$.stock")
                .isEqualTo(13);
        correct(sku, key, """
                {"change":4,"reason":"delivery"}""")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem-type:correction-key-reused");
        assertThat(catalog.product(sku).stock()).isEqualTo(13);
        correct(sku, "delivery 4711", delivery).expectStatus().isBadRequest();
        correct(sku, null, delivery).expectStatus().isCreated();
        correct(sku, null, delivery).expectStatus().isCreated();
        assertThat(catalog.product(sku).stock()).isEqualTo(19);
    }

    @Test
    void refusesAnEmptyKeyAndSeveral() {
        String sku = given.inStock(10);
        correct(sku, "", DELIVERY).expectStatus().isBadRequest();
        correct(sku, " ", DELIVERY)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        correct(
                        sku,
                        UUID.randomUUID().toString(),
                        DELIVERY,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expectStatus()
                .isBadRequest();
        assertThat(catalog.product(sku).stock()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u0007", "\\u2028", "\\u3164"})
    void takesAReasonInOneLine(String character) {
        correct(given.inStock(10), null, DELIVERY.replace("liv", "liv" + character))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("reason");
    }

    @Test
    void correctsTheStockAndShowsWhy() {
        String sku = given.inStock(10);
        pages.post("/catalog/products/" + sku + "/stock-corrections", Map.of("change", "-3", "reason", "stocktaking"));
        assertThat(catalog.stockCorrections(sku))
                .extracting(StockCorrectionDto::stock)
                .containsExactly(7L);
        assertThat(pages.get("/catalog/products/" + sku).html()).contains("stocktaking", ">-3<");
        Page refused = pages.post(
                "/catalog/products/" + sku + "/stock-corrections", Map.of("change", "-8", "reason", "theft"));
        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.html()).contains("data-field=\"change\"");
    }

    @Test
    void correctsTheStockOnceHoweverOftenTheFormIsSent() {
        String sku = given.inStock(10);
        String page = "/catalog/products/" + sku;
        Map<String, String> form = Map.of(
                "change", "3", "reason", "delivery", "key", pages.get(page).valueOf("key"));
        assertThat(pageAfter(page + "/stock-corrections", form, page)).contains("The stock is corrected");
        assertThat(pageAfter(page + "/stock-corrections", form, page)).contains("already been made");
        assertThat(catalog.product(sku).stock()).isEqualTo(13);
        assertThat(pages.get(page).valueOf("key")).isNotEqualTo(form.get("key"));
    }

    private RestTestClient.ResponseSpec correct(String sku, @Nullable String key, String body, String... header) {
        return http.post()
                .uri("/api/products/{sku}/stock-corrections", sku)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(it -> {
                    if (key != null) {
                        it.set("Idempotency-Key", key);
                    }
                    if (header.length > 0) {
                        it.add(header[0], header[1]);
                    }
                })
                .body(body)
                .exchange();
    }

    /** Where a form leads to, with what is said there once. */
    private @Nullable String pageAfter(String action, Map<String, String> form, String page) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        form.forEach(fields::add);
        MultiValueMap<String, ResponseCookie> cookies = http.post()
                .uri(action)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseCookies();
        return http.get()
                .uri(page)
                .accept(MediaType.TEXT_HTML)
                .cookies(it -> cookies.values().forEach(each -> each.forEach(c -> it.add(c.getName(), c.getValue()))))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
