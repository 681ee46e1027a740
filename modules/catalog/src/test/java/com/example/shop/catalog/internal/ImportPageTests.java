package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@CatalogTest
class ImportPageTests {

    @Autowired
    RestTestClient http;

    @LocalServerPort
    int port;

    @Test
    void reportsWhatBecameOfEachLine() {
        String report = send(
                        "text/csv",
                        "sku,name,price,stock\n%s,Lantern,1,1\n<b>,Lamp,1,1\n".formatted(GivenProducts.freshSku()))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(report)
                .startsWith("<section")
                .contains(
                        "<dt>Added</dt><dd>1</dd>", "<dt>Refused</dt><dd>1</dd>", ">3</th>", "&lt;b&gt;", "sku must be")
                .doesNotContain("<html", "<b>");
    }

    @Test
    void saysThatEveryLineWasTaken() {
        String report = send("text/csv", "sku,name,price,stock\n%s,Lantern,1,1\n".formatted(GivenProducts.freshSku()))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(report).contains("Every line was accepted").doesNotContain("<table");
    }

    @Test
    void saysThatAFileHeldNothing() {
        String report = send("text/csv", "sku,name,price,stock\n")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(report).contains("so nothing was imported").doesNotContain("Every line was accepted");
    }

    @Test
    void answersAFileWithoutItsColumnsByANotice() {
        String notice = send("text/csv", "sku,name\n")
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(notice).startsWith("<div class=\"notice bad\"").contains("data-field=\"header\"");
    }

    @Test
    void takesNoFormForAFile() {
        send("application/x-www-form-urlencoded", "sku=1").expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void tellsHowToDoWithoutAScript() {
        String page = http.get()
                .uri("/catalog/import")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page)
                .contains("<noscript>", "src=\"/catalog/import.js\"")
                .contains("-T products.csv <span>http://localhost:%d/api/products/imports</span>".formatted(port));
        http.get().uri("/catalog/import.js").exchange().expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec send(String type, String body) {
        return http.post()
                .uri("/catalog/import")
                .header("HX-Request", "true")
                .accept(MediaType.TEXT_HTML)
                .contentType(MediaType.valueOf(type))
                .body(body)
                .exchange();
    }
}
