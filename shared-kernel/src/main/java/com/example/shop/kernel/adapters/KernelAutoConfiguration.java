package com.example.shop.kernel.adapters;

import com.example.shop.kernel.Money;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.convert.ConverterBuilder;
import org.springframework.data.convert.ConverterBuilder.ConverterAware;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/**
 * Stores the kernel's value types, writes them as JSON and prints them, where the application does so. What needs a library is a
 * nested class that is imported, not annotated: a component scan of the shop would find it too early.
 */
@AutoConfiguration(before = DataJdbcRepositoriesAutoConfiguration.class)
@Import({MoneyPrinter.class, KernelAutoConfiguration.Storing.class, KernelAutoConfiguration.Writing.class})
class KernelAutoConfiguration {

    @ConditionalOnClass(JdbcCustomConversions.class)
    static class Storing {

        @Bean
        JdbcCustomConversions jdbcCustomConversions() {
            ConverterAware currencies = ConverterBuilder.writing(
                            Currency.class, String.class, Currency::getCurrencyCode)
                    .andReading(Currency::getInstance);
            return JdbcCustomConversions.of(JdbcPostgresDialect.INSTANCE, List.of(currencies));
        }
    }

    @ConditionalOnClass(JacksonModule.class)
    static class Writing {

        @Bean
        JacksonModule kernelTypes() {
            return new SimpleModule("kernel").setMixInAnnotation(Money.class, MoneyMixin.class);
        }
    }

    /** Writes an amount as text, because a JSON number becomes a binary fraction in most clients. */
    interface MoneyMixin {

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount();
    }
}
