package io.watertight.benchmarks.placing;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What is ordered: one piece of each product. There are enough products that orders of a few lines seldom wait for each other. */
record Basket(String customer, List<String> skus) {

    static final int PRODUCTS = 5_000;
    static final int CUSTOMERS = 50;

    static Basket random(int lines) {
        var random = ThreadLocalRandom.current();
        return new Basket(
                customer(random.nextInt(CUSTOMERS)),
                random.ints(0, PRODUCTS)
                        .distinct()
                        .limit(lines)
                        .mapToObj(Basket::sku)
                        .toList());
    }

    static String customer(int number) {
        return "B" + number;
    }

    static String sku(int number) {
        return "B" + number;
    }
}
