package io.watertight.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.PageDto;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Describes what springdoc cannot derive from the controllers: {@code If-Match}, pages of lists, files, and the shape of
 * errors.
 */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class OpenApiAutoConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_REFERENCE = "#/components/schemas/" + PROBLEM;

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(StreamingResponseBody.class, new StringSchema())
                .addRequestWrapperToIgnore(ExpectedVersion.class);
    }

    @Bean
    OpenApiSchemas openApiSchemas() {
        return new OpenApiSchemas();
    }

    /** The application's context path or the proxy's prefix, without the host, which is whatever a request claims. */
    @Bean
    ServerBaseUrlCustomizer serverWithoutHost() {
        return (address, _) -> {
            String path = URI.create(address).getPath();
            return path.isEmpty() ? "/" : path;
        };
    }

    @Bean
    GlobalOpenApiCustomizer nothingGeneratedAboutTheServer() {
        return api -> api.getServers().forEach(it -> it.setDescription(null));
    }

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return api -> api.getComponents().addSchemas(PROBLEM, problem());
    }

    @Bean
    GlobalOperationCustomizer commonParts() {
        return (operation, handler) -> {
            describeVersion(operation, handler);
            describeFile(operation, handler);
            describeQuery(operation, handler);
            operation.setSummary(titleOf(handler.getMethod().getName()));
            describeProblems(operation, handler);
            return operation;
        };
    }

    /** {@return the method's name as a title: {@code priceHistory} becomes "Price history"} */
    private static String titleOf(String method) {
        String words = method.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Optional<MethodParameter> versionOf(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(it -> it.getParameterType() == ExpectedVersion.class)
                .findAny();
    }

    private static void describeVersion(Operation operation, HandlerMethod handler) {
        versionOf(handler)
                .map(MethodParameter::isOptional)
                .ifPresent(optional -> operation.addParametersItem(new HeaderParameter()
                        .name(HttpHeaders.IF_MATCH)
                        .required(!optional)
                        .description("The ETag of the version that the change is meant for, or *")
                        .schema(new StringSchema())));
    }

    private static void describeFile(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == InputStream.class)) {
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .content(new Content().addMediaType("text/csv", new MediaType().schema(new StringSchema()))));
        }
    }

    /** Makes {@code @Nullable} parameters optional, gives lists a default page size, and removes paging from files. */
    private static void describeQuery(Operation operation, HandlerMethod handler) {
        if (operation.getParameters() == null) {
            return;
        }
        String answer = handler.getMethod().getGenericReturnType().getTypeName();
        if (answer.contains(StreamingResponseBody.class.getName())) {
            operation.getParameters().removeIf(it -> Set.of("limit", "cursor").contains(it.getName()));
        }
        for (Parameter parameter : operation.getParameters()) {
            Schema<?> schema = parameter.getSchema();
            if (schema != null && schema.getTypes() != null && schema.getTypes().remove("null")) {
                parameter.setRequired(false);
            }
            if (answer.startsWith(PageDto.class.getName())
                    && parameter.getName().equals("limit")) {
                parameter.setRequired(false);
                parameter.getSchema().setDefault(PageDto.DEFAULT_LIMIT);
            }
        }
    }

    /** By their own status those that follow from a controller's parameters; what a module refuses is covered by 4XX. */
    private static void describeProblems(Operation operation, HandlerMethod handler) {
        addProblem(operation, "4XX", "The request was refused; type and errors say why");
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(it -> it.hasParameterAnnotation(PathVariable.class))) {
            addProblem(operation, "404", "Not found, or not visible to the caller");
        }
        versionOf(handler).ifPresent(version -> {
            addProblem(operation, "412", "It has changed since the version in If-Match; nothing was done");
            if (!version.isOptional()) {
                addProblem(operation, "428", "If-Match is missing");
            }
        });
        addProblem(
                operation,
                "503",
                "The server is too busy or cannot reach its database; Retry-After says when to repeat the request");
    }

    private static void addProblem(Operation operation, String status, String description) {
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(problemContent()));
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
        error.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema()
                .addProperty(
                        "type", new StringSchema().description("stable, as in urn:problem-type:insufficient-stock"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .additionalProperties(true);
        problem.setRequired(List.of("detail", "status", "title", "type"));
        return problem;
    }
}
