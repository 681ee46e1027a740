package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductImportDto;
import com.example.shop.catalog.ProductImportDto.Refusal;
import com.example.shop.catalog.internal.WrittenRow.Outcome;
import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.csv.CsvColumns;
import io.watertight.csv.CsvImport;
import io.watertight.csv.CsvReport;
import io.watertight.csv.CsvRow;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Imports a file of products: new ones are added with their stock; existing ones get the file's name and price, and
 * keep their stock, which orders have changed since. So importing a file twice changes nothing, and an interrupted
 * import is simply repeated. Discontinued products keep their name and price. Each batch is one transaction.
 */
@Component
class ProductImport {

    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("sku", "name", "price", "stock"), List.of("currency", "discontinued"));

    private static final Map<Outcome, String> REFUSALS = Map.of(
            Outcome.DISCONTINUED, "is discontinued, so it was not imported",
            Outcome.FOR_SALE, "is still for sale, so it was not imported: discontinue it on its page");

    private final Validator validator;
    private final Currency currency;
    private final DefaultCatalogService catalog;
    private final CurrentActor actors;

    ProductImport(
            Validator validator, CatalogProperties properties, DefaultCatalogService catalog, CurrentActor actors) {
        this.validator = validator;
        this.currency = properties.currency();
        this.catalog = catalog;
        this.actors = actors;
    }

    ProductImportDto read(InputStream file) throws IOException {
        Roles.requireStaff(actors.actor());
        UUID importId = UUID.randomUUID();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        CsvImport<ProductLine> imports =
                new CsvImport<>(COLUMNS, "sku", this::line, it -> it.product().sku());
        CsvReport report = imports.read(file, batch -> write(importId, batch, counts));
        return new ProductImportDto(
                report.rows(),
                counts.getOrDefault(Outcome.CREATED, 0L),
                counts.getOrDefault(Outcome.CHANGED, 0L),
                counts.getOrDefault(Outcome.UNCHANGED, 0L),
                report.refused(),
                report.refusals().stream()
                        .map(it -> new Refusal(it.line(), it.key(), it.reason()))
                        .toList(),
                report.passedOver());
    }

    /** Under the same constraints as any other new product. */
    private ProductLine line(CsvRow row) {
        NewProduct product = new NewProduct(row.field("sku"), row.field("name"), price(row), row.wholeNumber("stock"));
        String violations = validator.validate(product).stream()
                .map(it -> it.getPropertyPath() + " " + it.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations);
        }
        return new ProductLine(product, row.flag("discontinued"));
    }

    private Money price(CsvRow row) {
        BigDecimal amount = row.decimal("price");
        Currency currencyOfRow = currencyOf(row.field("currency"));
        try {
            return new Money(amount, currencyOfRow);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("price " + e.getMessage(), e);
        }
    }

    private Currency currencyOf(String code) {
        try {
            return code.isEmpty() ? currency : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency is not an ISO 4217 code", e);
        }
    }

    private Map<String, String> write(UUID importId, List<ProductLine> batch, Map<Outcome, Long> counts) {
        List<WrittenRow> written = catalog.importBatch(batch, importId);
        written.forEach(it -> counts.merge(it.outcome(), 1L, Long::sum));
        return written.stream()
                .filter(it -> REFUSALS.containsKey(it.outcome()))
                .collect(Collectors.toMap(WrittenRow::sku, it -> REFUSALS.get(it.outcome())));
    }

    /**
     * A line of a file of products.
     *
     * @param discontinued whether the file says that the sale of the product has ended
     */
    record ProductLine(NewProduct product, boolean discontinued) {}
}
