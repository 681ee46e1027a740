package io.watertight.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the marks in the pattern's files stand for, for one module. */
final class ModuleModel {

    private final ModuleSpec spec;
    private final Project project;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<Map<String, String>>> lists = new HashMap<>();

    private ModuleModel(ModuleSpec spec, Project project) {
        this.spec = spec;
        this.project = project;
    }

    static Template.Model of(ModuleSpec spec, Project project) {
        ModuleModel model = new ModuleModel(spec, project);
        model.names();
        model.key();
        model.flags();
        model.fields();
        model.services();
        new ModuleArguments(spec).addTo(model.values, model.lists);
        model.columns();
        return new Template.Model(model.values, model.lists);
    }

    private void names() {
        values.put("group", project.group());
        values.put("base", project.group());
        values.put("projectVersion", project.version());
        values.put("package", project.group() + "." + spec.module());
        values.put("module", spec.module());
        values.put("Module", Words.of(spec.module()).title());
        forms("thing", spec.thing());
        forms("things", spec.things());
        values.put("Thing", spec.thing().pascal());
        values.put("THING", spec.thing().upperSnake());
        values.put("Things", spec.things().label());
        values.put("Label", spec.thing().label());
        values.put("a", spec.thing().article());
        values.put("A", spec.thing().article().equals("a") ? "A" : "An");
        values.put("AThing", values.get("A") + spec.thing().pascal());
        values.put("Description", spec.things().label());
        String allowed = Stream.concat(Stream.of("kernel"), spec.uses().stream())
                .map(it -> "\"" + it + "\"")
                .collect(Collectors.joining(", "));
        values.put("allowed", spec.uses().isEmpty() ? allowed : "{" + allowed + "}");
        lists.put("uses", spec.uses().stream().map(it -> Map.of("use", it)).toList());
    }

    private void forms(String name, Words words) {
        values.put(name, words.camel());
        values.put(name + ".kebab", words.kebab());
        values.put(name + ".snake", words.snake());
        values.put(name + ".spaced", words.spaced());
    }

    private void key() {
        Field key = spec.key();
        boolean natural = spec.naturalKey().isPresent();
        forms("key", key.name());
        forms("keys", key.name().plural());
        values.put("Key", key.name().pascal());
        values.put("KEY", key.name().upperSnake());
        values.put("keyLabel", key.name().label());
        values.put("keyType", key.type().javaType(false));
        values.put("naturalKey", natural ? "yes" : "");
        values.put("textKey", natural && key.type() == FieldType.TEXT ? "yes" : "");
        values.put("freshKey", natural ? "fresh" + key.name().pascal() + "()" : "");
        values.put("newParameters", natural ? key.type().javaType(false) + " " + key.camel() : "");
        values.put("counted", natural && key.type() != FieldType.UUID ? "yes" : "");
        KeyCode code = new KeyCode(key);
        values.putAll(code.values(spec.thing().pascal().substring(0, 1)));
    }

    private void flags() {
        values.put("tables", spec.tables() ? "yes" : "");
        values.put("anyVersion", spec.references().isEmpty() ? ", ExpectedVersion.any()" : "");
        values.put("pages", spec.pages() ? "yes" : "");
        values.put("revisable", spec.tables() && !spec.plain().isEmpty() ? "yes" : "");
        values.put("updates", spec.updates() ? "yes" : "");
        values.put(
                "firstField", spec.plain().isEmpty() ? "" : spec.plain().get(0).camel());
    }

    private void fields() {
        lists.put("fields", spec.plain().stream().map(this::valuesOf).toList());
        lists.put("lists", spec.lists().stream().map(this::listValues).toList());
    }

    private Map<String, String> valuesOf(Field field) {
        return new FieldCode(spec.thing(), field).values();
    }

    private Map<String, String> listValues(Field list) {
        Map<String, String> item = valuesOf(list);
        Words child = Words.of(list.target());
        item.put("Child", child.pascal());
        item.put("child", child.camel());
        item.put("child.snake", child.snake());
        item.put("fieldKebab", list.name().kebab());
        item.put("childSamples", samples(list, false));
        item.put("otherChildSamples", samples(list, true));
        item.put(
                "withArguments",
                Stream.of(spec.naturalKey().stream(), spec.plain().stream(), spec.lists().stream())
                        .flatMap(it -> it)
                        .map(it -> it == list ? "new" + it.name().pascal() : it.camel())
                        .collect(Collectors.joining(", ", "id, version, ", "")));
        item.put(
                "childHeads",
                list.children().stream()
                        .map(it -> "<th scope=\"col\">" + it.name().label() + "</th>")
                        .collect(Collectors.joining()));
        item.put(
                "childCells",
                list.children().stream()
                        .map(it -> "<td th:text=\"" + HtmlInput.shown(child.camel(), it) + "\">"
                                + it.name().label() + "</td>")
                        .collect(Collectors.joining()));
        item.put("childColumns", new TableColumns(spec.thing()).ofChild(spec.module(), list));
        return item;
    }

    private static String samples(Field list, boolean other) {
        return list.children().stream()
                .map(it -> Samples.java(it, new FieldCode(Words.of(list.target()), it).enumType(), other))
                .collect(Collectors.joining(", "));
    }

    private void services() {
        List<Map<String, String>> services = new ArrayList<>();
        for (UsedService service : spec.askedServices()) {
            services.add(Map.of("service", service.type(), "serviceName", spec.variableOf(service)));
        }
        lists.put("services", services);
        lists.put(
                "references",
                spec.references().stream()
                        .map(field -> {
                            Map<String, String> item = valuesOf(field);
                            item.put("serviceName", spec.variableOf(spec.serviceOf(field)));
                            item.put("method", spec.serviceOf(field).method());
                            return item;
                        })
                        .toList());
    }

    private void columns() {
        TableColumns columns = new TableColumns(spec.thing());
        values.put("columns", columns.of(spec));
        values.put("listColumns", columns.selected(spec));
    }
}
