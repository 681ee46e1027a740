package com.example.shop.kernel.adapters;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;

/** Writes an amount as text, because a JSON number becomes a binary fraction in most clients. */
interface MoneyMixin {

    @JsonProperty(required = true)
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    BigDecimal amount();

    @JsonProperty(required = true)
    Currency currency();

    @JsonIgnore
    boolean isNegative();
}
