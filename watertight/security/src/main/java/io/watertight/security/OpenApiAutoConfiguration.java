package io.watertight.security;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Declares in the OpenAPI document how programs authenticate, and for which operations they must. */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
@ConditionalOnWebApplication
class OpenApiAutoConfiguration {

    private static final String TOKEN = "token";
    private static final String ACCOUNT = "account";

    @Bean
    GlobalOpenApiCustomizer waysToSignIn() {
        return api -> api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A token of the identity provider that the application trusts."))
                .addSecuritySchemes(
                        ACCOUNT,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("A local account, in development only."));
    }

    @Bean
    GlobalOperationCustomizer whoMayCall(EndpointRules rules) {
        return (operation, handler) -> {
            if (rules.ruleFor(handler).filter(it -> !it.everybody()).isPresent()) {
                operation
                        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                        .addSecurityItem(new SecurityRequirement().addList(ACCOUNT));
            } else {
                // Everybody may call it.
                operation.setSecurity(List.of());
            }
            return operation;
        };
    }
}
