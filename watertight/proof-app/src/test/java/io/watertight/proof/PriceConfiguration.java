package io.watertight.proof;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** What an application adds for a value type of its own. */
@Configuration(proxyBeanMethods = false)
class PriceConfiguration {

    @Bean
    JacksonModule prices() {
        return new SimpleModule("prices").setMixInAnnotation(Price.class, PriceMixin.class);
    }
}
