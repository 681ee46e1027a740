package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole shop, from an empty database on, where the operating system writes other digits than 0 to 9. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {TestAccounts.LOCAL, TestAccounts.PASSWORDS + "foreign-locale.txt", "shop.demo-data=true"})
@AutoConfigureRestTestClient
@Import({TestAccounts.class, ShopClient.class})
@DirtiesContext
@Isolated
class ForeignLocaleTests {

    private static final String OTHER_DIGITS = "[\\p{Nd}&&[^0-9]]";

    private static @Nullable Locale usual;

    @Autowired
    RestTestClient http;

    @Autowired
    ShopClient shop;

    @BeforeAll
    static void speakArabic() {
        usual = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "EG"));
        assertThat("%d".formatted(1)).matches(OTHER_DIGITS);
    }

    @AfterAll
    static void speakAsUsual() {
        if (usual != null) {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products?limit=3",
                "/api/orders?limit=3",
                "/api/sales/by-month",
                "/api/exports/products",
                "/api/exports/orders",
                "/",
                "/catalog",
                "/orders",
                "/orders/home",
                "/modules",
                "/events",
                "/audit",
                "/actuator/health",
                "/actuator/prometheus",
                "/v3/api-docs"
            })
    void writesDigitsThatAMachineReads(String address) {
        byte[] body = http.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        assertThat(body).asString(StandardCharsets.UTF_8).isNotEmpty().doesNotContainPattern(OTHER_DIGITS);
    }

    @Test
    void namesTheFieldsThatAreWrongByTheirNumber() {
        String customer = shop.customer();
        List<String> skus = List.of(shop.product(5), "NO-SUCH");
        String refusal = shop.read(
                        shop.order(customer, skus, 1).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT))
                .toString();
        assertThat(refusal).contains("lines[1].sku").doesNotContainPattern(OTHER_DIGITS);
        assertThat(shop.read(shop.post("/api/customers", Map.of())).toString()).doesNotContainPattern(OTHER_DIGITS);
    }
}
