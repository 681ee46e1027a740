package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.kernel.Money;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sample of each event of the last release is a committed file. Processes of two releases run side by side during an update, so what the last one
 * sent is still read, and what it reads is still sent.
 */
@ShopTest
class EventFormTests {

    private static final String SHOP = EventFormTests.class.getPackageName();

    @Autowired
    EventSerializer serializer;

    @Autowired
    JsonMapper json;

    @Test
    void losesNoFieldAndChangesNoType() throws Exception {
        JsonNode released = json.readTree(CommittedFile.named("events.json").ofLastRelease(samples()));
        assertThat(released).isNotEmpty();
        for (Map.Entry<String, JsonNode> sample : released.properties()) {
            String event = SHOP + "." + sample.getKey();
            if (hasModuleOf(event)) {
                assertThat(event)
                        .as(
                                "an event that processes of the last release send: keep its record until the next one, and its name")
                        .matches(it -> ClassUtils.isPresent(it, getClass().getClassLoader()), "is still there");
                Object received = serializer.deserialize(
                        sample.getValue().toString(),
                        ClassUtils.forName(event, getClass().getClassLoader()));
                assertThat(jsonOf(received).properties())
                        .as(
                                "%s as processes of the last release send and read it: add fields that may be absent, no more",
                                event)
                        .containsAll(sample.getValue().properties());
            }
        }
    }

    /** A shop that has taken a module out has none of its events. */
    private boolean hasModuleOf(String event) {
        return ClassUtils.isPresent(
                ClassUtils.getPackageName(event) + ".package-info", getClass().getClassLoader());
    }

    private String samples() throws Exception {
        Map<String, JsonNode> samples = new TreeMap<>();
        for (Class<?> event : events()) {
            samples.put(event.getName().substring(SHOP.length() + 1), jsonOf(instanceOf(event)));
        }
        return json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(samples) + "\n";
    }

    private JsonNode jsonOf(Object event) {
        return json.readTree(serializer.serialize(event).toString());
    }

    private static Object instanceOf(Class<?> event) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(event.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return BeanUtils.instantiateClass(
                event.getDeclaredConstructor(types),
                Arrays.stream(types).map(EventFormTests::valueOf).toArray());
    }

    private static Object valueOf(Class<?> type) {
        return Stream.of(
                        "text",
                        1L,
                        1,
                        true,
                        new BigDecimal("1.5"),
                        Money.of("1.5", "GBP"),
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        new UUID(0, 0),
                        List.of())
                .filter(ClassUtils.resolvePrimitiveIfNecessary(type)::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Add a sample value of " + type));
    }

    /** {@return what the modules publish: the records that are made where {@code publishEvent} is called} */
    private static List<Class<?>> events() throws IOException {
        Resource[] classes = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + ClassUtils.convertClassNameToResourcePath(SHOP) + "/*/internal/*.class");
        assertThat(classes).isNotEmpty();
        Stream.Builder<Class<?>> events = Stream.builder();
        for (Resource file : classes) {
            ClassFile.of().parse(file.getContentAsByteArray()).methods().stream()
                    .filter(EventFormTests::publishes)
                    .flatMap(EventFormTests::elements)
                    .filter(NewObjectInstruction.class::isInstance)
                    .map(it -> ((NewObjectInstruction) it).className().asInternalName())
                    .map(it -> ClassUtils.resolveClassName(
                            ClassUtils.convertResourcePathToClassName(it), EventFormTests.class.getClassLoader()))
                    .filter(it -> it.isRecord() && Modifier.isPublic(it.getModifiers()))
                    .forEach(events);
        }
        return events.build().distinct().toList();
    }

    private static boolean publishes(MethodModel method) {
        return elements(method)
                .anyMatch(it ->
                        it instanceof InvokeInstruction call && call.name().equalsString("publishEvent"));
    }

    private static Stream<CodeElement> elements(MethodModel method) {
        return method.code().stream().flatMap(it -> it.elementStream());
    }
}
