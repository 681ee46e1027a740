package io.airline.money;

/** Says what something costs. */
public interface PriceSource {

    Price priceOf(String code);
}
