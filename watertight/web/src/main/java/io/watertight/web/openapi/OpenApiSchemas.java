package io.watertight.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Describes records as Jackson reads and writes them here: fields without {@code @Nullable} are required in requests and
 * responses, unknown fields are refused, and responses contain every field, possibly as {@code null}.
 */
@SuppressWarnings("rawtypes") // Swagger's own maps hold them.
class OpenApiSchemas implements ModelConverter, GlobalOpenApiCustomizer {

    private static final String NULL = "null";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> model = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && model.isRecord()) {
            Schema<?> schema = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels().get(resolved.get$ref().substring(REFERENCE.length()));
            if (schema != null && schema.getProperties() != null) {
                Arrays.stream(model.getRecordComponents()).forEach(it -> describe(it, schema));
            }
        }
        return resolved;
    }

    private static void describe(RecordComponent component, Schema<?> record) {
        Schema<?> property = record.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        AnnotatedElement type = component.getAnnotatedType();
        if (type.isAnnotationPresent(Nullable.class)) {
            property.addType(NULL);
        } else if (record.getRequired() == null || !record.getRequired().contains(component.getName())) {
            record.addRequiredItem(component.getName());
        }
        if (type.isAnnotationPresent(NotBlank.class)) {
            property.setMinLength(1);
        }
        if (type.isAnnotationPresent(NotEmpty.class)) {
            property.setMinItems(1);
        }
        // Swagger reads no constraints that others consist of, and JSON Schema looks for a pattern anywhere in a text.
        MergedAnnotation<Pattern> pattern =
                MergedAnnotations.from(type.getAnnotations()).get(Pattern.class);
        if (pattern.isPresent()) {
            property.setPattern("^(?:%s)$".formatted(pattern.getString("regexp")));
        }
    }

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> sent = namesIn(
                operationsOf(api)
                        .map(Operation::getRequestBody)
                        .filter(Objects::nonNull)
                        .map(it -> it.getContent()),
                schemas);
        Set<String> answered = namesIn(
                operationsOf(api)
                        .flatMap(it -> it.getResponses().values().stream())
                        .map(it -> it.getContent()),
                schemas);
        schemas.forEach((name, schema) -> {
            if (sent.contains(name)) {
                schema.setAdditionalProperties(false);
            } else if (answered.contains(name)) {
                requireAll(schema);
            }
        });
    }

    private static void requireAll(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.setRequired(schema.getProperties().keySet().stream().sorted().toList());
        }
    }

    private static Stream<Operation> operationsOf(OpenAPI api) {
        return api.getPaths().values().stream().flatMap(it -> it.readOperations().stream());
    }

    private static Set<String> namesIn(Stream<Content> contents, Map<String, Schema> schemas) {
        Set<String> names = new HashSet<>();
        contents.filter(Objects::nonNull)
                .flatMap(it -> it.values().stream())
                .forEach(it -> collect(it.getSchema(), schemas, names));
        return names;
    }

    private static void collect(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(REFERENCE.length());
            if (schemas.containsKey(name) && names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        }
        collect(schema.getItems(), schemas, names);
        if (schema.getProperties() != null) {
            List.copyOf(schema.getProperties().values()).forEach(it -> collect(it, schemas, names));
        }
    }
}
