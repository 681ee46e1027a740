package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.kernel.Money;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes a product of a line, under the same constraints as any other new product. */
@Component
class ProductLineReader {

    private final Validator validator;
    private final CatalogProperties properties;

    ProductLineReader(Validator validator, CatalogProperties properties) {
        this.validator = validator;
        this.properties = properties;
    }

    /**
     * @throws IllegalArgumentException if the line is no product; the message says why
     */
    NewProduct read(ProductColumns columns, CsvRecord line) {
        if (line.getFieldCount() != columns.count()) {
            throw new IllegalArgumentException(
                    "has %d fields instead of %d".formatted(line.getFieldCount(), columns.count()));
        }
        if (line.getFields().stream().anyMatch(it -> it.indexOf('\0') >= 0 || it.indexOf('\uFFFD') >= 0)) {
            throw new IllegalArgumentException("is not UTF-8 text");
        }
        NewProduct product = new NewProduct(
                columns.read(line, ProductColumns.SKU),
                SheetText.plain(columns.read(line, ProductColumns.NAME)),
                price(columns.read(line, ProductColumns.PRICE), columns.read(line, ProductColumns.CURRENCY)),
                stock(columns.read(line, ProductColumns.STOCK)));
        String violations = validator.validate(product).stream()
                .map(it -> it.getPropertyPath() + " " + it.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations);
        }
        return product;
    }

    private Money price(String amount, String currency) {
        BigDecimal number;
        try {
            number = new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("price is not a decimal number", e);
        }
        Currency unit = currency(currency);
        try {
            return new Money(number, unit);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("price " + e.getMessage(), e);
        }
    }

    private static long stock(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("stock is not a whole number", e);
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
