package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.InsufficientStockException.Shortage;
import io.watertight.api.Problem;
import io.watertight.api.Problem.Field;
import io.watertight.security.remote.RemoteProblems;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** A caller in another process catches what a caller in the same process catches. */
@ShopTest
class ExportedExceptionTests {

    private static final Map<Type, Object> SAMPLES = Map.of(
            String.class,
            "has expired",
            UUID.class,
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            Field.class,
            new Field("lines[3].sku", "is short"),
            Shortage.class,
            new Shortage("a", 3, 2));

    @Autowired
    JsonMapper json;

    @TestFactory
    Stream<DynamicTest> isTheSameAfterItHasTravelled() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Problem.class));
        return Stream.of("com.example.shop", "io.watertight.api")
                .flatMap(it -> scanner.findCandidateComponents(it).stream())
                .map(it -> ClassUtils.resolveClassName(String.valueOf(it.getBeanClassName()), null))
                .filter(it -> Modifier.isPublic(it.getModifiers()))
                .map(it -> DynamicTest.dynamicTest(it.getSimpleName(), () -> assertTravels(sampleOf(it))));
    }

    private void assertTravels(Problem thrown) {
        Problem caught =
                RemoteProblems.rebuilt(json.readTree(json.writeValueAsString(RemoteProblems.detailOf(thrown))), json);
        assertThat(caught)
                .isExactlyInstanceOf(thrown.getClass())
                .hasMessage(thrown.getMessage())
                .extracting(Problem::type, Problem::kind, Problem::fields, Problem::arguments, Problem::extensions)
                .containsExactly(
                        thrown.type(), thrown.kind(), thrown.fields(), thrown.arguments(), thrown.extensions());
    }

    private static Problem sampleOf(Class<?> type) throws ReflectiveOperationException {
        assertThat(type.getConstructors()).as("its only constructor is public").hasSize(1);
        Constructor<?> constructor = type.getConstructors()[0];
        return (Problem) constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                .map(ExportedExceptionTests::sampleOf)
                .toArray());
    }

    private static Object sampleOf(Type type) {
        return type instanceof ParameterizedType list
                ? List.of(sampleOf(list.getActualTypeArguments()[0]))
                : Objects.requireNonNull(SAMPLES.get(type), type::getTypeName);
    }
}
