package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class ViolationsTests {

    private final PlainHttp http;

    ViolationsTests(@LocalServerPort int port) {
        this.http = new PlainHttp(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parcels/checked-by-service", "/parcels/checked-by-controller"})
    void nameEachFieldAsTheClientNamedIt(String address) {
        String parcel = """
                {"text":"far too long a text","count":101,"weight":1,"gift":true,
                 "price":{"amount":"-0.01","currency":"GBP"},
                 "lines":[{"sku":"a","quantity":1},{"quantity":0},null]}""";

        assertThat(http.post(address, parcel))
                .isProblem(400, "invalid-request")
                .namesFields("count", "lines[1].quantity", "lines[1].sku", "lines[2]", "price", "text")
                .hasDetail("'count' must be less than or equal to 100 (and 5 more, see errors).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parcels/lines-checked-by-service", "/parcels/lines-checked-by-controller"})
    void nameTheElementWhereTheBodyIsAnArray(String address) {
        assertThat(http.post(address, "[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":0},null]"))
                .isProblem(400, "invalid-request")
                .namesFields("[1].quantity", "[2]");
    }

    @Test
    void nameTheParameterWhereItIsToBlameAsAWhole() {
        assertThat(http.post(
                        "/parcels/lines-checked-by-service",
                        "[%s{\"quantity\":1}]".formatted("{\"quantity\":1},".repeat(3))))
                .isProblem(400, "invalid-request");
    }

    @Test
    void areListedUpToAHundred() {
        String lines = String.join(
                ",",
                IntStream.range(0, 500)
                        .mapToObj(_ -> "{\"sku\":\"a\",\"quantity\":0}")
                        .toList());

        Answer answer = http.post(
                "/parcels/checked-by-service",
                "{\"count\":1,\"weight\":1,\"gift\":true,\"lines\":[%s]}".formatted(lines));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().split("\"field\"", -1)).hasSize(101);
    }
}
