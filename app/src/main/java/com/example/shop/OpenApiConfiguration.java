package com.example.shop;

import com.example.shop.kernel.Money;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the HTTP contract says of the shop, and of money, which is written as text. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, moneySchema());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Shop")
                        .version("1")
                        .description("Every error is a problem detail (RFC 9457).")
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")));
    }

    private static Schema<?> moneySchema() {
        Schema<?> money = new ObjectSchema()
                .addProperty("amount", new StringSchema().example("2.55").description("a decimal number"))
                .addProperty("currency", new StringSchema().example("GBP").description("ISO 4217"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }
}
