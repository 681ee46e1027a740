package com.example.shop.customers.internal;

import io.watertight.api.Country;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The spellings of countries that customers have, and which of them mean the same country. */
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

    /** The spellings that name no known country. */
    @Transactional(readOnly = true)
    List<String> unknown() {
        return customers.countries().stream()
                .filter(it -> Country.codeOf(it) == null)
                .toList();
    }
}
