package com.example.shop.kernel.adapters;

import java.util.Currency;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;

@ReadingConverter
class TextToCurrency implements Converter<String, Currency> {

    @Override
    public Currency convert(String code) {
        return Currency.getInstance(code);
    }
}
