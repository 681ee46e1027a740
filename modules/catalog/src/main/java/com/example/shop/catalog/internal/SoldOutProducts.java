package com.example.shop.catalog.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the products for sale that are out of stock. */
@Component
class SoldOutProducts {

    private final ProductRepository products;

    SoldOutProducts(ProductRepository products) {
        this.products = products;
    }

    /** The first of them in the order of their SKUs, each with the number of all. */
    @Transactional(readOnly = true)
    List<SoldOutView> first(int limit) {
        return products.soldOut(limit);
    }
}
