package com.example.shop.kernel.adapters;

import java.util.Currency;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;

@WritingConverter
class CurrencyToText implements Converter<Currency, String> {

    @Override
    public String convert(Currency currency) {
        return currency.getCurrencyCode();
    }
}
