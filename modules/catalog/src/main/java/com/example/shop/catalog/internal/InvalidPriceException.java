package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import io.watertight.api.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** A number that was typed into a form is not a valid amount of money. */
final class InvalidPriceException extends Problem {

    private InvalidPriceException(String what) {
        super(
                "invalid-request",
                Kind.INVALID,
                "The price %s.".formatted(what),
                List.of(new Field("price.amount", what)));
    }

    /**
     * @throws InvalidPriceException if there is no such amount of money
     */
    static Money price(BigDecimal amount, Currency currency) {
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw new InvalidPriceException(String.valueOf(e.getMessage()));
        }
    }
}
