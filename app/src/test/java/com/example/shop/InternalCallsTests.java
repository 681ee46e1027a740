package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.api.ExpectedVersion;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * During a rolling update, processes of two releases call each other. So this release must understand what the last one has
 * sent and answered, and the last one what this one does: the forms of the last release are a committed file.
 */
@ShopTest
class InternalCallsTests {

    private static final String VERSION = "If-Match";
    private static final String OPTIONAL = "optional";

    @Autowired
    JsonMapper json;

    @TestFactory
    Stream<DynamicTest> areUnderstoodByTheLastReleaseAndThisOne() {
        ObjectNode current = json.createObjectNode();
        exchanges().forEach(it -> current.set(nameOf(it), formOf(it)));
        JsonNode released = json.readTree(CommittedFile.named("internal-calls.json")
                .ofLastRelease(json.rebuild()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(current)
                        + "\n"));
        Set<String> services =
                exchanges().map(it -> it.getDeclaringClass().getSimpleName()).collect(Collectors.toSet());
        assertThat(current.propertyNames())
                .as(
                        "Calls of the last release. When none of its processes runs anymore: ./mvnw verify -Dcontract=release")
                .containsAll(released.propertyNames().stream()
                        .filter(it -> services.contains(it.substring(0, it.indexOf('.'))))
                        .toList());
        return exchanges()
                .filter(it -> released.has(nameOf(it)))
                .map(it -> DynamicTest.dynamicTest(
                        nameOf(it), () -> assertCompatible(it, released.get(nameOf(it)), formOf(it))));
    }

    @Test
    void wouldNotBeUnderstoodIfAFieldWereRenamedOrNewlyRequired() {
        JsonNode released = json.readTree("{\"name\":\"A-1\"}");
        assertReadable(ResolvableType.forClass(Extended.class), released);
        assertThatThrownBy(() -> assertReadable(ResolvableType.forClass(Renamed.class), released))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\".name\"");
        assertThatThrownBy(() -> assertReadable(ResolvableType.forClass(Demanding.class), released))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\".title\"");
    }

    private void assertCompatible(Method exchange, JsonNode released, JsonNode current) {
        assertThat(current.get("call")).isEqualTo(released.get("call"));
        assertThat(Samples.missing(released, current, ""))
                .as("The last release reads what this one no longer says")
                .isEmpty();
        current.path("parameters")
                .properties()
                .forEach(it -> assertThat(released.path("parameters").has(it.getKey())
                                || it.getValue().asString().equals(OPTIONAL))
                        .as("The last release does not send '%s', which is required", it.getKey())
                        .isTrue());
        Arrays.stream(exchange.getParameters())
                .filter(it -> it.isAnnotationPresent(RequestBody.class))
                .forEach(it -> assertReadable(ResolvableType.forType(it.getParameterizedType()), released.get("body")));
        if (released.has("answer")) {
            assertReadable(ResolvableType.forMethodReturnType(exchange), released.get("answer"));
        }
    }

    /** This release reads what the last one has written: all of it, and it misses nothing. */
    private void assertReadable(ResolvableType type, JsonNode written) {
        Object read = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(written.toString(), json.constructType(type.getType()));
        assertThat(Samples.missing(written, written(read), ""))
                .as("This release does not read what the last one says")
                .isEmpty();
        assertThat(Samples.required(read, ""))
                .as("The last release does not say what this one requires")
                .isEmpty();
    }

    private ObjectNode formOf(Method exchange) {
        HttpExchange address = mergedExchange(exchange.getDeclaringClass());
        HttpExchange call = mergedExchange(exchange);
        ObjectNode form = json.createObjectNode();
        form.put("call", "%s %s%s".formatted(call.method(), address.url(), call.url()));
        ObjectNode parameters = form.putObject("parameters");
        for (Parameter it : exchange.getParameters()) {
            RequestParam parameter = AnnotatedElementUtils.findMergedAnnotation(it, RequestParam.class);
            if (parameter != null) {
                parameters.put(
                        parameter.name(), parameter.required() ? it.getType().getSimpleName() : OPTIONAL);
            } else if (it.getType() == ExpectedVersion.class) {
                parameters.put(
                        VERSION, it.getAnnotatedType().isAnnotationPresent(Nullable.class) ? OPTIONAL : "version");
            } else {
                form.set("body", written(Samples.of(ResolvableType.forType(it.getParameterizedType()))));
            }
        }
        if (exchange.getReturnType() != void.class) {
            form.set("answer", written(Samples.of(ResolvableType.forMethodReturnType(exchange))));
        }
        return form;
    }

    private JsonNode written(Object value) {
        return json.readTree(json.writeValueAsString(value));
    }

    private static HttpExchange mergedExchange(AnnotatedElement element) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, HttpExchange.class));
    }

    private static String nameOf(Method exchange) {
        return "%s.%s".formatted(exchange.getDeclaringClass().getSimpleName(), exchange.getName());
    }

    private static Stream<Method> exchanges() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(HttpExchange.class, false));
        return scanner.findCandidateComponents(ShopApplication.class.getPackageName()).stream()
                .map(it -> ClassUtils.resolveClassName(String.valueOf(it.getBeanClassName()), null))
                .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
                .filter(it -> AnnotatedElementUtils.hasAnnotation(it, HttpExchange.class))
                .sorted(Comparator.comparing(InternalCallsTests::nameOf));
    }

    private record Extended(String name, @Nullable String title) {}

    private record Renamed(@Nullable String title) {}

    private record Demanding(String name, String title) {}
}
