package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.kernel.Money;
import io.watertight.csv.CsvColumns;
import io.watertight.csv.CsvRow;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a product of a line, under the same constraints as any other new product. */
@Component
class ProductLineReader {

    static final CsvColumns COLUMNS =
            new CsvColumns(List.of("sku", "name", "price", "stock"), List.of("currency", "discontinued"));

    private final Validator validator;
    private final CatalogProperties properties;

    ProductLineReader(Validator validator, CatalogProperties properties) {
        this.validator = validator;
        this.properties = properties;
    }

    /**
     * @throws IllegalArgumentException if the line is no product; the message says why
     */
    ProductLine read(CsvRow row) {
        NewProduct product = new NewProduct(
                row.field("sku"),
                row.field("name"),
                price(row.decimal("price"), row.field("currency")),
                row.wholeNumber("stock"));
        String violations = validator.validate(product).stream()
                .map(it -> it.getPropertyPath() + " " + it.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations);
        }
        return new ProductLine(product, "true".equalsIgnoreCase(row.field("discontinued")));
    }

    private Money price(BigDecimal amount, String currency) {
        Currency unit = currency(currency);
        try {
            return new Money(amount, unit);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("price " + e.getMessage(), e);
        }
    }

    private Currency currency(String text) {
        try {
            return text.isEmpty() ? properties.currency() : Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency is not an ISO 4217 code", e);
        }
    }
}
