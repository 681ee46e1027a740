package com.example.shop.orders.internal;

import com.example.shop.kernel.Money;
import org.springframework.data.relational.core.mapping.Table;

/** A quantity of a product, with the name and the price it had. */
@Table(schema = "orders")
record OrderLine(String sku, String name, int quantity, Money unitPrice) {

    Money total() {
        return unitPrice.times(quantity);
    }
}
