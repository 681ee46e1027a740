package com.example.shop.orders.internal;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.customers.CustomerDto;
import com.example.shop.customers.CustomerQuery;
import com.example.shop.customers.CustomerService;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what an order is made of: somebody who buys, and something to buy. */
@Component
class EntrySearch {

    /** As many as fit at a glance; whoever misses theirs types on. */
    private static final int SHOWN = 8;

    private final CustomerService customers;
    private final CatalogService catalog;

    EntrySearch(CustomerService customers, CatalogService catalog) {
        this.customers = customers;
        this.catalog = catalog;
    }

    /** The customer with that number, whether they may buy or not. */
    List<CustomerDto> customer(String number) {
        return number.isEmpty() ? List.of() : customers.customers(Set.of(number));
    }

    /** Customers who may buy. */
    List<CustomerDto> customers(String words) {
        return words.isEmpty()
                ? List.of()
                : customers
                        .search(new CustomerQuery(words, null, true, SHOWN, null))
                        .items();
    }

    /** Products that are sold, whether there are any left or not. */
    List<ProductDto> products(String words) {
        return words.isEmpty()
                ? List.of()
                : catalog.search(new ProductQuery(words, null, false, SHOWN, null))
                        .items();
    }
}
