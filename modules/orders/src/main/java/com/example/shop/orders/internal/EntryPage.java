package com.example.shop.orders.internal;

import com.example.shop.catalog.ProductDto;
import com.example.shop.customers.CustomerDto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page for a new order shows.
 *
 * @param form as it was filled in
 * @param buyer who was chosen; {@code null} before that
 * @param customers who were found instead
 * @param products that were found
 */
record EntryPage(
        EntryForm form,
        @Nullable CustomerDto buyer,
        List<CustomerDto> customers,
        List<ProductDto> products,
        EntryDraft draft) {

    EntryPage {
        customers = List.copyOf(customers);
        products = List.copyOf(products);
    }
}
