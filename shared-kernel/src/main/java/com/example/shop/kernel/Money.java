package com.example.shop.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * An amount in a currency, with the digits it came with: nothing here rounds, and {@code 2.50} stays {@code 2.50}.
 *
 * <p>Unit prices may be finer than the currency's smallest coin (a retailer sells screws at {@code 0.085}), so up to
 * {@value #MAX_DECIMALS} decimals are allowed. Two amounts are equal when amount, number of decimals and currency are;
 * {@link #isWorth} compares their values.
 *
 * @param amount less than 10^{@value #MAX_INTEGER_DIGITS} in size, with at most {@value #MAX_DECIMALS} decimals
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {

    private static final int MAX_DECIMALS = 4;
    private static final int MAX_INTEGER_DIGITS = 15;

    /** @throws IllegalArgumentException if the amount is too large or has too many decimals */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        // Precision and scale are looked at before anything is expanded: 1E+1000000000 must not become a billion
        // digits.
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

    /**
     * @param amount a decimal number such as {@code 2.55}
     * @param currency an ISO 4217 code such as {@code GBP}
     * @throws IllegalArgumentException if one of them is not
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** @throws IllegalArgumentException if the other amount is in another currency, or the sum is too large */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add %s to %s".formatted(other.currency, currency));
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** @throws IllegalArgumentException if the product is too large */
    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /** Whether both are worth the same, however many decimals they are written with. */
    public boolean isWorth(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    /** The amount as people read it: in groups of thousands, at least with its currency's decimals (ISO 4217), never rounded. */
    public String readable() {
        int decimals = Math.max(
                currency.getDefaultFractionDigits(), amount.stripTrailingZeros().scale());
        return String.format(Locale.ENGLISH, "%%,.%sf".formatted(Math.max(0, decimals)), amount);
    }

    /** The amount in plain digits and the currency's code, as in {@code 2.55 GBP}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
