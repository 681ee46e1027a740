package com.example.shop.kernel.adapters;

import com.example.shop.kernel.Money;
import java.util.Locale;
import org.springframework.format.Printer;

/** Money as people read it on pages. Spring MVC registers every printer bean. */
class MoneyPrinter implements Printer<Money> {

    @Override
    public String print(Money money, Locale locale) {
        return money.readable() + ' ' + money.currency().getCurrencyCode();
    }
}
