package io.watertight.benchmarks.replay;

import java.util.Map;
import java.util.TreeMap;

/** Sales figures by delivery country. */
record SalesByCountry(Map<String, Sales> countries) {

    SalesByCountry {
        countries = new TreeMap<>(countries);
    }

    Sales of(String country) {
        return countries.getOrDefault(country, Sales.NONE);
    }

    Sales total() {
        return countries.values().stream().reduce(Sales.NONE, Sales::plus);
    }

    SalesByCountry minus(SalesByCountry earlier) {
        Map<String, Sales> difference = new TreeMap<>(countries);
        earlier.countries.forEach((country, sales) -> difference.merge(country, Sales.NONE.minus(sales), Sales::plus));
        return new SalesByCountry(difference);
    }
}
