package com.example.shop.catalog.internal;

import com.example.shop.kernel.Money;
import io.watertight.api.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** What was typed into a form is a number, but no amount of money. */
final class InvalidPrice extends Problem {

    private static final long serialVersionUID = 1L;

    private InvalidPrice(String what) {
        super(
                "invalid-request",
                Kind.INVALID,
                "The price %s.".formatted(what),
                List.of(new Field("price.amount", what)));
    }

    /**
     * @throws InvalidPrice if there is no such amount of money
     */
    static Money price(BigDecimal amount, Currency currency) {
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw new InvalidPrice(String.valueOf(e.getMessage()));
        }
    }
}
