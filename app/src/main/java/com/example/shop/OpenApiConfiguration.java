package com.example.shop;

import com.example.shop.kernel.Money;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import io.watertight.api.ExpectedVersion;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Describes what the controllers alone do not tell: money as text, {@code If-Match}, and the shape of every error. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_REFERENCE = "#/components/schemas/" + PROBLEM;

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Money.class, moneySchema())
                .replaceWithSchema(StreamingResponseBody.class, new StringSchema())
                .addRequestWrapperToIgnore(ExpectedVersion.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Shop")
                        .version("1")
                        .description("Catalog, customers and orders. Every error is a problem detail (RFC 9457)."))
                // Relative, so that the document is the same wherever it is served.
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return api -> api.getComponents().addSchemas(PROBLEM, problem());
    }

    @Bean
    GlobalOperationCustomizer commonParts() {
        return (operation, handler) -> {
            describeVersion(operation, handler);
            describeSheet(operation, handler);
            operation
                    .getResponses()
                    .addApiResponse(
                            "4XX",
                            new ApiResponse()
                                    .description("The request was refused; type and errors say why")
                                    .content(problemContent()));
            return operation;
        };
    }

    private static void describeVersion(Operation operation, HandlerMethod handler) {
        Arrays.stream(handler.getMethodParameters())
                .filter(it -> it.getParameterType() == ExpectedVersion.class)
                .findAny()
                .map(MethodParameter::isOptional)
                .ifPresent(optional -> operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .required(!optional)
                        .description("The ETag of the version that the change is meant for, or *")
                        .schema(new StringSchema())));
    }

    private static void describeSheet(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == InputStream.class)) {
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .content(new Content().addMediaType("text/csv", new MediaType().schema(new StringSchema()))));
        }
    }

    private static Content problemContent() {
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(new Schema<>().$ref(PROBLEM_REFERENCE)));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("as in lines[3].quantity"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty(
                        "type", new StringSchema().description("stable, as in urn:problem-type:insufficient-stock"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer").format("int32"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .additionalProperties(true);
    }

    private static Schema<?> moneySchema() {
        Schema<?> money = new ObjectSchema()
                .addProperty("amount", new StringSchema().example("2.55").description("a decimal number"))
                .addProperty("currency", new StringSchema().example("GBP").description("ISO 4217"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }
}
