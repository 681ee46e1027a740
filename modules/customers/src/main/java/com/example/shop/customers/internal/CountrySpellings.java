package com.example.shop.customers.internal;

import io.watertight.api.Country;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the countries of the customers are spelled, and which of them that means. */
@Component
class CountrySpellings {

    private final CustomerRepository customers;

    CountrySpellings(CustomerRepository customers) {
        this.customers = customers;
    }

    /** All spellings of the same country. */
    String[] of(String country) {
        return customers.countries().stream()
                .filter(it -> Country.isSame(it, country))
                .toArray(String[]::new);
    }

    /** What was typed and names no country that is known. */
    @Transactional(readOnly = true)
    List<String> unknown() {
        return customers.countries().stream()
                .filter(it -> Country.codeOf(it) == null)
                .toList();
    }
}
