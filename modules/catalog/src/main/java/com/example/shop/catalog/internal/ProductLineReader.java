package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.kernel.Money;
import io.watertight.csv.CsvColumns;
import io.watertight.csv.CsvRow;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a product of a line, under the same constraints as any other new product. */
@Component
class ProductLineReader {

    static final String SKU = "sku";
    static final String NAME = "name";
    static final String PRICE = "price";
    static final String CURRENCY = "currency";
    static final String STOCK = "stock";
    static final String DISCONTINUED = "discontinued";
    static final CsvColumns COLUMNS = new CsvColumns(Set.of(SKU, NAME, PRICE, STOCK), Set.of(CURRENCY, DISCONTINUED));

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
                row.field(SKU),
                row.field(NAME),
                price(row.decimal(PRICE), row.field(CURRENCY)),
                row.wholeNumber(STOCK));
        String violations = validator.validate(product).stream()
                .map(it -> it.getPropertyPath() + " " + it.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations);
        }
        return new ProductLine(product, "true".equalsIgnoreCase(row.field(DISCONTINUED)));
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
