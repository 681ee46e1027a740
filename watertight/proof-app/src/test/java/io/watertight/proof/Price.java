package io.watertight.proof;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** A value type of the application, with limits of its own and a mixin that says how it is read and written. */
record Price(BigDecimal amount, Currency currency) {

    private static final int MAX_DECIMALS = 4;
    private static final int MAX_INTEGER_DIGITS = 15;

    Price {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        if ((long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException("must be less than 10^" + MAX_INTEGER_DIGITS);
        }
        if (amount.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException("must have at most " + MAX_DECIMALS + " decimals");
        }
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
    }

    boolean isNegative() {
        return amount.signum() < 0;
    }
}
