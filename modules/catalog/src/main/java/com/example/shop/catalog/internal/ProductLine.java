package com.example.shop.catalog.internal;

import com.example.shop.catalog.NewProduct;
import com.example.shop.kernel.Money;
import io.watertight.csv.CsvColumns;
import io.watertight.csv.CsvRow;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A line of a file of products.
 *
 * @param discontinued whether the file says that the sale of the product has ended
 */
record ProductLine(NewProduct product, boolean discontinued) {

    static final CsvColumns COLUMNS =
            new CsvColumns(List.of("sku", "name", "price", "stock"), List.of("currency", "discontinued"));

    /**
     * @param usual the currency of a line that names none
     * @throws IllegalArgumentException if the line is no product; the message says why
     */
    static ProductLine read(CsvRow row, Currency usual) {
        NewProduct product =
                new NewProduct(row.field("sku"), row.field("name"), price(row, usual), row.wholeNumber("stock"));
        return new ProductLine(product, "true".equalsIgnoreCase(row.field("discontinued")));
    }

    private static Money price(CsvRow row, Currency usual) {
        BigDecimal amount = row.decimal("price");
        Currency currency = currency(row.field("currency"), usual);
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("price " + e.getMessage(), e);
        }
    }

    private static Currency currency(String code, Currency usual) {
        try {
            return code.isEmpty() ? usual : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency is not an ISO 4217 code", e);
        }
    }
}
