package com.example.shop.kernel.adapters;

import com.example.shop.kernel.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.format.Printer;

/**
 * Money as people read it on pages: at least with the digits that its currency has (ISO 4217), never rounded. Spring MVC takes up
 * every printer that is a bean.
 */
class MoneyPrinter implements Printer<Money> {

    @Override
    public String print(Money money, Locale locale) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(Math.max(0, money.currency().getDefaultFractionDigits()));
        format.setMaximumFractionDigits(Math.max(
                format.getMinimumFractionDigits(),
                money.amount().stripTrailingZeros().scale()));
        return format.format(money.amount()) + ' ' + money.currency().getCurrencyCode();
    }
}
