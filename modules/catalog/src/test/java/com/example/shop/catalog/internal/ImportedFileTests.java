package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.ProductImportDto;
import com.example.shop.catalog.ProductImportDto.Refusal;
import com.example.shop.catalog.UnknownProductException;
import com.example.shop.kernel.Money;
import io.watertight.testing.WholeDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Files as people and their programs make them. */
@CatalogTest
class ImportedFileTests {

    @Autowired
    ProductImport imports;

    @Autowired
    CatalogService catalog;

    @Autowired
    WholeDatabase database;

    @Autowired
    RestTestClient http;

    @Test
    void givesNobodyThePriceOfAnotherRow() throws IOException {
        ProductImportDto report = readFile("two-stray-quotes.csv");
        assertThat(report.lines()).isEqualTo(4);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.refusals()).extracting(Refusal::line).containsExactly(2L, 3L, 4L);
        assertThat(catalog.product("GL-D").price()).isEqualTo(Money.of("1", "GBP"));
        assertThatExceptionOfType(UnknownProductException.class).isThrownBy(() -> catalog.product("GL-A"));
    }

    @Test
    void takesEveryLineButTheOneWhoseQuoteIsNotClosed() throws IOException {
        ProductImportDto report = readFile("one-stray-quote.csv");
        assertThat(report.lines()).isEqualTo(502);
        assertThat(report.created()).isEqualTo(501);
        assertThat(report.refusals()).singleElement().satisfies(it -> {
            assertThat(it.line()).isEqualTo(3);
            assertThat(it.reason()).contains("quotation mark that is not closed, in line 3");
        });
    }

    @Test
    void readsSemicolonsAndDecimalCommas() throws IOException {
        assertThat(readFile("semicolons-excel.csv").created()).isEqualTo(2);
        assertThat(catalog.product("SC-1").price()).isEqualTo(Money.of("2.50", "GBP"));
        assertThat(catalog.product("SC-1").name()).isEqualTo("Tür");
    }

    @Test
    void passesOverWhatIsEmpty() throws IOException {
        ProductImportDto report = readFile("empty-columns.csv");
        assertThat(report).isEqualTo(new ProductImportDto(2, 2, 0, 0, 0, List.of(), List.of()));
    }

    @Test
    void namesTheColumnsThatItPassesOver() throws IOException {
        ProductImportDto report = readFile("extra-column.csv");
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.passedOver()).containsExactly("colour");
        assertThat(catalog.product("XC-1").price()).isEqualTo(Money.of("2.50", "GBP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s\0ku,name,price,stock\n", "\0"})
    void saysThePageWhatItSaysToPrograms(String file) {
        String page = send("/catalog/import", MediaType.TEXT_HTML, file);
        assertThat(page).contains("The first line must name the columns").doesNotContain("could not be answered");
        assertThat(send("/api/products/imports", MediaType.APPLICATION_JSON, file))
                .contains("The first line must name the columns");
    }

    @Test
    void saysAlsoOnThePageWhichLineHoldsWhatCannotBeStored() {
        String sku = GivenProducts.freshSku();
        String page = send("/catalog/import", MediaType.TEXT_HTML, "sku,name,price,stock\n" + sku + ",La\0mp,1,1\n");
        assertThat(page).contains("is not UTF-8 text", sku).doesNotContain("\0");
    }

    @Test
    void writesNothingWhereNothingHasChanged() throws IOException {
        String sku = GivenProducts.freshSku();
        String sheet = "sku,name,price,stock\n%s,Lantern,2.50,7\n".formatted(sku);
        read(sheet);
        String before = rowOf(sku);
        assertThat(read(sheet.replace("2.50", "2.5").replace("Lantern", " Lantern\u00a0"))
                        .unchanged())
                .isEqualTo(1);
        assertThat(rowOf(sku)).isEqualTo(before);
    }

    /** Where it is stored and which transactions have written or locked it. */
    private String rowOf(String sku) {
        return database.sql("select ctid || ' ' || xmin || ' ' || xmax from catalog.product where sku = :sku")
                .param("sku", sku)
                .query(String.class)
                .single();
    }

    @Test
    void leavesThePriceOfADiscontinuedProductAndSaysSo() throws IOException {
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n%s,Lantern,2.50,7\n".formatted(sku));
        catalog.discontinue(sku);
        assertThat(read("sku,name,price,stock\n%s,Lantern,2.50,7\n".formatted(sku))
                        .unchanged())
                .isEqualTo(1);
        assertThat(read("sku,name,price,stock\n%s,Lantern,0.50,7\n".formatted(sku))
                        .refusals())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("is discontinued"));
        assertThat(catalog.product(sku).price()).isEqualTo(Money.of("2.50", "GBP"));
    }

    @Test
    void doesNotSellWhatTheFileCallsDiscontinued() throws IOException {
        String sku = GivenProducts.freshSku();
        assertThat(read("sku,name,price,stock,discontinued\n%s,Lantern,2.50,7,true\n".formatted(sku))
                        .refused())
                .isEqualTo(1);
        assertThatExceptionOfType(UnknownProductException.class).isThrownBy(() -> catalog.product(sku));
    }

    @Test
    void knowsASkuHoweverItIsTyped() throws IOException {
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n%s,Lantern,2.50,7\n".formatted(sku));
        assertThat(read("sku,name,price,stock\n\uFEFF%s\u00a0,Lantern,3,7\n".formatted(sku.replace('-', '\u2011')))
                        .changed())
                .isEqualTo(1);
        assertThat(catalog.product("\u200b" + sku + " ").price()).isEqualTo(Money.of("3", "GBP"));
    }

    private String send(String address, MediaType wanted, String file) {
        return Objects.requireNonNull(http.post()
                .uri(address)
                .header("HX-Request", "true")
                .accept(wanted, MediaType.APPLICATION_PROBLEM_JSON)
                .contentType(MediaType.valueOf("text/csv"))
                .body(file)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private ProductImportDto readFile(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/sheets/" + name))) {
            return imports.read(file);
        }
    }

    private ProductImportDto read(String sheet) throws IOException {
        return imports.read(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)));
    }
}
