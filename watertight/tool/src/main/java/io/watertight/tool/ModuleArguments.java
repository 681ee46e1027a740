package io.watertight.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lists of components and arguments, in the order in which the pattern's records have them. */
record ModuleArguments(ModuleSpec spec) {

    void addTo(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
        boolean natural = spec.naturalKey().isPresent();
        List<Map<String, String>> rest = spec.plain().stream().map(this::of).toList();
        Map<String, String> key = of(spec.key());
        if (spec.key().type() == FieldType.TEXT) {
            String name = spec.key().name().upperSnake();
            key.put(
                    "commanded",
                    "@NotNull @Pattern(regexp = %s_PATTERN, message = %s_MESSAGE) String %s"
                            .formatted(name, name, spec.key().camel()));
        }
        List<Map<String, String>> nested = spec.lists().stream().map(this::of).toList();

        lists.put(
                "dtoFields",
                joined(
                        List.of(argument(key, spec.key().camel())),
                        samples(rest),
                        spec.tables() ? List.of(component("long version", "0")) : List.of()));
        lists.put("newFields", joined(natural ? List.of(argument(key, spec.key().camel())) : List.of(), samples(rest)));
        lists.put(
                "storedFields",
                joined(
                        List.of(component("@Id UUID id", ""), component("@Version @Nullable Long version", "")),
                        natural ? List.of(key) : List.of(),
                        rest,
                        nested));
        lists.put(
                "registered",
                joined(
                        List.of(component("", "UUID.randomUUID()"), component("", "null")),
                        natural ? List.of(argument(key, "command." + spec.key().camel() + "()")) : List.of(),
                        rest.stream()
                                .map(it -> argument(it, "command." + it.get("field") + "()"))
                                .toList(),
                        nested.stream().map(it -> argument(it, "List.of()")).toList()));
        lists.put(
                "revised",
                joined(
                        List.of(component("", "id"), component("", "version")),
                        natural ? List.of(argument(key, spec.key().camel())) : List.of(),
                        rest.stream()
                                .map(it -> argument(it, "revision." + it.get("field") + "()"))
                                .toList(),
                        nested.stream().map(it -> argument(it, it.get("field"))).toList()));
        lists.put(
                "announced",
                joined(
                        List.of(argument(key, natural ? "command." + spec.key().camel() + "()" : "UUID.randomUUID()")),
                        rest.stream()
                                .map(it -> argument(it, "command." + it.get("field") + "()"))
                                .toList()));
        lists.put("dependencies", dependencies());
        lists.put("written", joined(stored(), published()));
        lists.put("formFields", form());
        values.put("ignored", ignored(natural));
    }

    private List<Map<String, String>> dependencies() {
        List<Map<String, String>> dependencies = new ArrayList<>(stored());
        spec.askedServices().forEach(it -> dependencies.add(dependency(it.type(), spec.variableOf(it))));
        dependencies.addAll(
                spec.references().isEmpty()
                        ? published()
                        : List.of(dependency(spec.thing().pascal() + "Commands", "commands")));
        return dependencies;
    }

    private List<Map<String, String>> stored() {
        return spec.tables()
                ? List.of(
                        dependency(
                                spec.thing().pascal() + "Repository",
                                spec.things().camel()),
                        dependency(spec.thing().pascal() + "Mapper", "mapper"))
                : List.of();
    }

    private List<Map<String, String>> published() {
        Map<String, String> events = dependency("ApplicationEventPublisher", "events");
        return spec.updates() ? List.of(events, dependency("AuditTrail", "audit")) : List.of(events);
    }

    private List<Map<String, String>> form() {
        List<Map<String, String>> form = new ArrayList<>();
        spec.naturalKey()
                .ifPresent(it -> form.add(Map.of(
                        "name",
                        it.camel(),
                        "value",
                        it.type() == FieldType.TEXT ? it.camel() : "String.valueOf(" + it.camel() + ")")));
        spec.plain().forEach(it -> form.addAll(formOf(it)));
        return form;
    }

    /** What a form sends for a field. */
    static List<Map<String, String>> formOf(Field field) {
        return field.type() == FieldType.MONEY
                ? List.of(
                        Map.of("name", field.camel() + ".amount", "value", "\"2.50\""),
                        Map.of("name", field.camel() + ".currency", "value", "\"EUR\""))
                : List.of(Map.of(
                        "name",
                        field.camel(),
                        "value",
                        "\"" + Samples.json(field, false).replace("\"", "") + "\""));
    }

    /** What the DTO leaves out on purpose, as an annotation's value. */
    private String ignored(boolean natural) {
        List<String> names = new ArrayList<>();
        if (natural) {
            names.add("\"id\"");
        }
        spec.lists().forEach(it -> names.add("\"" + it.camel() + "\""));
        return names.size() < 2 ? String.join("", names) : "{" + String.join(", ", names) + "}";
    }

    private Map<String, String> of(Field field) {
        Map<String, String> values = new FieldCode(spec.thing(), field).values();
        if (field.type() == FieldType.LIST) {
            values.put(
                    "stored",
                    "@MappedCollection(idColumn = \"%s\", keyColumn = \"position\") List<%s> %s"
                            .formatted(spec.thing().snake(), field.target(), field.camel()));
        }
        return values;
    }

    private static List<Map<String, String>> samples(List<Map<String, String>> fields) {
        return fields.stream().map(it -> argument(it, it.get("sample"))).toList();
    }

    private static Map<String, String> argument(Map<String, String> field, String argument) {
        Map<String, String> with = new HashMap<>(field);
        with.put("argument", argument);
        return with;
    }

    private static Map<String, String> component(String declaration, String argument) {
        return Map.of("stored", declaration, "argument", argument);
    }

    private static Map<String, String> dependency(String type, String name) {
        return Map.of("dependency", type + " " + name, "name", name);
    }

    @SafeVarargs
    private static List<Map<String, String>> joined(List<Map<String, String>>... parts) {
        List<Map<String, String>> all = new ArrayList<>();
        for (List<Map<String, String>> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
