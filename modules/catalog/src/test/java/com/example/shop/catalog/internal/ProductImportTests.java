package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.Hold;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductImportDto;
import com.example.shop.catalog.ProductImportDto.Refusal;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.StockService;
import com.example.shop.kernel.Money;
import io.watertight.csv.CsvHeaderException;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@CatalogTest
class ProductImportTests {

    @Autowired
    ProductImport imports;

    @Autowired
    ProductController exports;

    @Autowired
    CatalogService catalog;

    @Autowired
    StockService stock;

    @Autowired
    StatementCounter statements;

    @Autowired
    WholeDatabase database;

    @Test
    void createsWhatIsNewAndChangesNothingTheSecondTime() throws IOException {
        String sku = GivenProducts.freshSku();
        String sheet = "sku,name,price,stock\n%s,\"Lantern, white\",0.085,7\n".formatted(sku);
        assertThat(read(sheet)).isEqualTo(new ProductImportDto(1, 1, 0, 0, 0, List.of(), List.of()));
        assertThat(read(sheet)).isEqualTo(new ProductImportDto(1, 0, 0, 1, 0, List.of(), List.of()));
        assertThat(catalog.product(sku).name()).isEqualTo("Lantern, white");
        assertThat(catalog.product(sku).version()).isZero();
        assertThat(catalog.priceHistory(sku)).hasSize(1);
    }

    @Test
    void changesNameAndPriceButLeavesTheStockToTheOrders() throws IOException {
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n%s,Lantern,1.00,7\n".formatted(sku));
        stock.reserve(UUID.randomUUID(), List.of(new RequestedLine(sku, 2)), Hold.FIRM);
        assertThat(read("sku,name,price,stock\n%s,Lamp,1.20,7\n".formatted(sku)).changed())
                .isEqualTo(1);
        assertThat(catalog.product(sku).stock()).isEqualTo(5);
        assertThat(catalog.product(sku).version()).isEqualTo(1);
        assertThat(catalog.priceHistory(sku))
                .extracting(PriceDto::price)
                .containsExactly(Money.of("1.20", "GBP"), Money.of("1.00", "GBP"));
    }

    @Test
    void takesTheSamePriceInFewerDigitsForNoChange() throws IOException {
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n%s,Lantern,2.50,7\n".formatted(sku));
        assertThat(read("sku,name,price,stock\n%s,Lantern,2.5,7\n".formatted(sku))
                        .unchanged())
                .isEqualTo(1);
        assertThat(catalog.product(sku).price()).isEqualTo(Money.of("2.50", "GBP"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            A/B,Lantern,1,1           | sku must be 1 to 40 letters
            GOOD,,1,1                 | name must not be blank
            GOOD,Lantern,cheap,1      | price is not a decimal number
            GOOD,Lantern,-1,1         | price must be greater than or equal to 0
            GOOD,Lantern,1.00001,1    | price must have at most 4 decimals
            GOOD,Lantern,1E+99999999,1| price must be less than 10^15
            GOOD,Lantern,1,1.5        | stock is not a whole number
            GOOD,Lantern,1,-1         | stock must be greater than or equal to 0
            GOOD,Lantern,1            | has 3 fields instead of 4
            GOOD,Lantern,1,1,1        | has 5 fields instead of 4
            GOOD,Lan\0tern,1,1        | is not UTF-8 text
            GOOD,Lan\7tern,1,1    | name must not contain line breaks, control characters or invisible characters
            """)
    void refusesALineAndSaysWhyAndWhere(String line, String reason) throws IOException {
        String sku = GivenProducts.freshSku();
        ProductImportDto report = read("sku,name,price,stock\n%s,Fine,1,1\n%s\n"
                .formatted(sku, line.replace("\\0", "\0").replace("\\7", "\u0007")));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.refusals()).singleElement().satisfies(it -> {
            assertThat(it.line()).isEqualTo(3);
            assertThat(it.reason()).contains(reason);
        });
    }

    /** "WAHR" is what a German spreadsheet makes of true: taken for false, it would put the product on sale. */
    @ParameterizedTest
    @ValueSource(strings = {"WAHR", "yes", "1"})
    void doesNotGuessWhetherASaleHasEnded(String discontinued) throws IOException {
        String sku = GivenProducts.freshSku();
        ProductImportDto report =
                read("sku,name,price,stock,discontinued\n%s,Lantern,1,1,%s\n".formatted(sku, discontinued));
        assertThat(report.refusals())
                .extracting(Refusal::reason)
                .containsExactly("discontinued is neither true nor false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lantern,1", "Lamp,2"})
    void endsNoSale(String nameAndPrice) throws IOException {
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n%s,Lantern,1,1\n".formatted(sku));
        ProductImportDto report =
                read("sku,name,price,stock,discontinued\n%s,%s,1,true\n".formatted(sku, nameAndPrice));
        assertThat(report.refusals())
                .extracting(Refusal::reason)
                .containsExactly("is still for sale, so it was not imported: discontinue it on its page");
        assertThat(catalog.product(sku).name()).isEqualTo("Lantern");
        assertThat(catalog.product(sku).version()).isZero();
    }

    @Test
    void refusesAProductWhoseSaleEndsWhileTheFileIsRead() throws Exception {
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n%s,Lantern,1,1\n".formatted(sku));
        try (Connection clerk = database.dataSource().getConnection();
                ExecutorService reader = Executors.newSingleThreadExecutor()) {
            clerk.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(clerk, true))
                    .sql("update catalog.product set discontinued_at = now() where sku = ?")
                    .param(sku)
                    .update();
            Future<ProductImportDto> report =
                    reader.submit(() -> read("sku,name,price,stock\n%s,Lamp,2,1\n".formatted(sku)));
            await().pollInterval(Duration.ofMillis(20)).until(this::somebodyWaitsForALock);
            clerk.commit();
            assertThat(report.get().refusals())
                    .extracting(Refusal::reason)
                    .containsExactly("is discontinued, so it was not imported");
        }
        assertThat(catalog.product(sku).name()).isEqualTo("Lantern");
        assertThat(catalog.priceHistory(sku)).hasSize(1);
        assertThat(entries(sku)).hasSize(1);
    }

    private boolean somebodyWaitsForALock() {
        return database.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock'
                                          and query like '%catalog.product%')""").query(Boolean.class).single();
    }

    @Test
    void takesTheFirstOfTwoLinesWithOneSkuAlsoAcrossBatches() throws IOException {
        String sku = GivenProducts.freshSku();
        String sheet = "sku,name,price,stock\n%s,First,1,1\n%s,Second,2,1\n".formatted(sku, sku)
                + freshLines(1_000)
                + "%s,Third,3,1\n".formatted(sku);
        ProductImportDto report = read(sheet);
        assertThat(report.created()).isEqualTo(1_001);
        assertThat(report.refusals()).extracting(Refusal::line).containsExactly(3L, 1_004L);
        assertThat(catalog.product(sku).name()).isEqualTo("First");
        assertThat(read(sheet).changed()).isZero();
    }

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        ProductImportDto report =
                read("\uFEFFName,SKU,Stock,Price,Note\r\nLantern,%s,1,1,\"two\r\nlines\"\r\n\r\nx,y\r\n"
                        .formatted(GivenProducts.freshSku()));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.refusals()).extracting(Refusal::line).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "sku,name,price\n", "sku,sku,name,price,stock\n", "sku;name,price\tstock\n"})
    void refusesAFileThatDoesNotNameItsColumns(String sheet) {
        assertThatExceptionOfType(CsvHeaderException.class).isThrownBy(() -> read(sheet));
    }

    @Test
    void keepsWhatCameBeforeAQuoteThatNeverEnds() throws IOException {
        String sku = GivenProducts.freshSku();
        ProductImportDto report =
                read("sku,name,price,stock\n%s,Fine,1,1\nX,\"%s,1,1\n".formatted(sku, "x".repeat(70_000)));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.refusals()).extracting(Refusal::line).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 1_000})
    void writesABatchInOneStatementAndItsAuditTrailInAnother(int lines) throws IOException {
        String sheet = "sku,name,price,stock\n" + freshLines(lines);
        assertThat(statements.during(() -> read(sheet))).hasCount(2);
    }

    @Test
    void takesItsOwnExportAndChangesNothing() throws IOException {
        read("sku,name,price,stock\n" + freshLines(1_200));
        ProductImportDto report = read(export());
        assertThat(report.unchanged()).isEqualTo(report.lines()).isGreaterThanOrEqualTo(1_200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''+1", "'tis", "a=1"})
    void exportsNoFormulaAndTakesTheNameBackAsItWas(String name) throws IOException {
        String sku = GivenProducts.freshSku();
        catalog.add(new NewProduct(sku, name, Money.of("1", "GBP"), 1));
        String sheet = export();
        assertThat(sheet).doesNotContainPattern("%s,\"?[=+\\-@\\t\\r\\n]".formatted(sku));
        read(sheet);
        assertThat(catalog.product(sku).name()).isEqualTo(name);
        assertThat(catalog.product(sku).version()).isZero();
    }

    @Test
    void leavesAnEntryInTheAuditTrailForEachProductThatItChanges() throws IOException {
        String padding = freshLines(119);
        String sku = GivenProducts.freshSku();
        read("sku,name,price,stock\n" + padding + "%s,Lantern,2.50,7\n".formatted(sku));
        assertThat(entries(sku)).singleElement().asString().contains("\"created\":true", "\"before\":null");

        read("sku,name,price,stock\n" + padding + "%s,Lantern,0.01,7\n".formatted(sku));
        assertThat(entries(sku)).hasSize(2);
        assertThat(entries(sku).getFirst()).contains("\"created\":false", "Lantern", "\"2.50\"", "\"0.01\"");
        assertThat(entries(padding.substring(0, padding.indexOf(',')))).hasSize(1);
    }

    private List<String> entries(String sku) {
        return database.sql("""
                select request from audit.entry
                 where module = 'catalog' and action = 'import' and subject = :sku order by id desc""").param("sku", sku).query(String.class).list();
    }

    private String export() throws IOException {
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        Objects.requireNonNull(exports.export(new ProductQuery(null, null, null, 500, null))
                        .getBody())
                .writeTo(sheet);
        return sheet.toString(StandardCharsets.UTF_8);
    }

    private static String freshLines(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(_ -> "%s,Product,1.50,3\n".formatted(GivenProducts.freshSku()))
                .collect(Collectors.joining());
    }

    private ProductImportDto read(String sheet) throws IOException {
        return imports.read(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)));
    }
}
