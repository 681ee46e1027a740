package com.example.shop.catalog;

import com.example.shop.kernel.Money;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Products that nobody else has: tests share a database, so each brings SKUs of its own. */
public final class GivenProducts {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final CatalogService catalog;

    public GivenProducts(CatalogService catalog) {
        this.catalog = catalog;
    }

    /** A SKU that no product has. */
    public static String freshSku() {
        return "T-%06d".formatted(NEXT.incrementAndGet());
    }

    /** A product with that stock, at 2.50 GBP. */
    public String inStock(long stock) {
        return priced("2.50", stock);
    }

    /** A product at that price. */
    public String priced(String amount, long stock) {
        String sku = freshSku();
        catalog.add(new NewProduct(sku, "Product " + sku, Money.of(amount, "GBP"), stock));
        return sku;
    }

    /** Several products, each with that stock. */
    public List<String> inStock(int products, long stock) {
        return IntStream.range(0, products).mapToObj(_ -> inStock(stock)).toList();
    }
}
