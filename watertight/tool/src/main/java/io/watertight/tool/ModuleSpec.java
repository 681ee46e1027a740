package io.watertight.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The module that somebody wants.
 *
 * @param uses the modules that it depends on
 * @param services what its references are asked of, by module and type as in {@code catalog.Product}
 */
record ModuleSpec(
        String module,
        Words thing,
        Words things,
        List<Field> fields,
        Set<String> uses,
        Map<String, UsedService> services,
        boolean pages,
        boolean tables) {

    Optional<Field> naturalKey() {
        return fields.stream().filter(Field::unique).findFirst();
    }

    Field key() {
        return naturalKey().orElseGet(() -> Field.simple("id", FieldType.UUID, false, true));
    }

    /** What is in a row and can be changed. */
    List<Field> plain() {
        return fields.stream()
                .filter(it -> !it.unique() && it.type() != FieldType.LIST)
                .toList();
    }

    /** Whether there is something to change. */
    boolean updates() {
        return tables && !(plain().isEmpty() && lists().isEmpty());
    }

    List<Field> lists() {
        return fields.stream().filter(it -> it.type() == FieldType.LIST).toList();
    }

    List<Field> references() {
        return fields.stream().filter(Field::isReference).toList();
    }

    UsedService serviceOf(Field reference) {
        return services.get(reference.module() + "." + reference.target());
    }

    /** Called like its module, unless something else beside it is. */
    String variableOf(UsedService service) {
        Stream<String> taken = Stream.concat(
                ReservedWords.VARIABLES.stream(), Stream.of(things.camel(), thing.camel(), key().camel()));
        return taken.anyMatch(service.module()::equals)
                ? Words.of(service.type()).camel()
                : service.module();
    }

    Set<UsedService> askedServices() {
        Set<UsedService> asked = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        references().forEach(it -> {
            if (types.add(serviceOf(it).type())) {
                asked.add(serviceOf(it));
            }
        });
        return asked;
    }
}
