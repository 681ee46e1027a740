package io.watertight.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a module's files from the pattern. */
final class ModuleFiles {

    private final ModuleSpec spec;
    private final Project project;
    private final Plan plan;
    private final Template.Model model;
    private final Set<String> types = new HashSet<>();

    ModuleFiles(ModuleSpec spec, Project project) {
        this.spec = spec;
        this.project = project;
        this.plan = project.plan();
        this.model = ModuleModel.of(spec, project);
    }

    void write() {
        List<String> java = new ArrayList<>();
        String thing = spec.thing().pascal();
        String folder = "modules/" + spec.module();
        plan.write(folder + "/pom.xml", rendered("pom.xml", model));
        exported(thing, java);
        if (spec.tables()) {
            stored(thing, java);
        }
        String internal = project.internal(spec.module());
        java.add(put(internal + "/package-info.java", "internal/package-info.java", model));
        java.add(put(internal + "/Default" + thing + "Service.java", "internal/DefaultService.java", model));
        java.add(put(internal + "/" + thing + "Controller.java", "internal/Controller.java", model));
        if (!spec.references().isEmpty()) {
            java.add(put(internal + "/" + thing + "Commands.java", "internal/Commands.java", model));
        }
        if (spec.pages()) {
            pages(thing, java);
        }
        if (project.hasRemote()) {
            java.add(put(project.remote(thing), "remote/RemoteService.java", model));
        }
        tests(thing, java);
        Imports imports = imports();
        java.forEach(path -> plan.write(path, JavaLayout.of(imports.addTo(plan.read(path)))));
    }

    private void exported(String thing, List<String> java) {
        String api = project.api(spec.module());
        java.add(put(api + "/package-info.java", "api/package-info.java", model));
        java.add(put(api + "/" + thing + "Service.java", "api/Service.java", model));
        java.add(put(api + "/" + thing + "Dto.java", "api/Dto.java", model));
        java.add(put(api + "/New" + thing + ".java", "api/New.java", model));
        java.add(put(api + "/" + thing + "Registered.java", "api/Registered.java", model));
        if (model.has("revisable")) {
            java.add(put(api + "/" + thing + "Revision.java", "api/Revision.java", model));
        }
        if (spec.tables()) {
            java.add(put(api + "/Unknown" + thing + "Exception.java", "api/UnknownException.java", model));
        }
        if (spec.tables() && spec.naturalKey().isPresent()) {
            java.add(put(api + "/" + thing + "ExistsException.java", "api/ExistsException.java", model));
        }
        spec.fields().forEach(it -> exported(spec.thing(), it, java));
        for (Field list : spec.lists()) {
            Template.Model child = child(list);
            java.add(put(api + "/" + list.target() + "Dto.java", "api/ChildDto.java", child));
            list.children().forEach(it -> exported(Words.of(list.target()), it, java));
        }
    }

    private void exported(Words owner, Field field, List<String> java) {
        String type = new FieldCode(owner, field).enumType();
        if (!type.isEmpty()) {
            java.add(put(
                    project.api(spec.module()) + "/" + type + ".java",
                    "api/Enum.java",
                    enumModel(model, owner, field, type)));
        }
    }

    /** The type of a field that is one of given values. */
    static void writeEnum(Project project, String module, Words owner, Field field) {
        String type = new FieldCode(owner, field).enumType();
        Template.Model names = new Template.Model(Map.of("package", project.group() + "." + module), Map.of());
        project.plan()
                .write(
                        project.api(module) + "/" + type + ".java",
                        rendered("api/Enum.java", enumModel(names, owner, field, type)));
    }

    private static Template.Model enumModel(Template.Model model, Words owner, Field field, String type) {
        List<Map<String, String>> constants = new ArrayList<>();
        for (int i = 0; i < field.values().size(); i++) {
            constants.add(Map.of(
                    "constant",
                    field.values().get(i),
                    "comma",
                    i < field.values().size() - 1 ? "," : ""));
        }
        Map<String, List<Map<String, String>>> lists = new HashMap<>(model.lists());
        lists.put("constants", constants);
        String sentence = "The %s of %s %s.".formatted(field.name().spaced(), owner.article(), owner.spaced());
        return new Template.Model(model.values(), lists).with(Map.of("enumType", type, "enumSentence", sentence));
    }

    private void stored(String thing, List<String> java) {
        String internal = project.internal(spec.module());
        java.add(put(internal + "/" + thing + ".java", "internal/Aggregate.java", model));
        java.add(put(internal + "/" + thing + "Repository.java", "internal/Repository.java", model));
        java.add(put(internal + "/" + thing + "Mapper.java", "internal/Mapper.java", model));
        spec.lists()
                .forEach(it -> java.add(put(internal + "/" + it.target() + ".java", "internal/Child.java", child(it))));
        put(project.migrations(spec.module()) + "/V1__" + spec.things().snake() + ".sql", "migration.sql", model);
    }

    private void pages(String thing, List<String> java) {
        String templates = project.templates(spec.module());
        java.add(put(
                project.internal(spec.module()) + "/" + thing + "PageController.java",
                "internal/PageController.java",
                model));
        put(
                "modules/" + spec.module() + "/src/main/resources/messages/" + spec.module() + ".properties",
                "messages.properties",
                model);
        put(templates + "/" + spec.things().kebab() + ".html", "pages/list.html", model);
        put(templates + "/" + spec.thing().kebab() + ".html", "pages/thing.html", model);
        put(templates + "/new.html", "pages/new.html", model);
        if (!spec.plain().isEmpty()) {
            put(templates + "/fields.html", "pages/fields.html", model);
        }
    }

    private void tests(String thing, List<String> java) {
        String base = "modules/" + spec.module() + "/src/test/java/" + project.packagePath();
        String internal = base + "/" + spec.module() + "/internal";
        java.add(put(base + "/ModuleTestApplication.java", "test/ModuleTestApplication.java", model));
        java.add(put(base + "/package-info.java", "test/package-info.java", model));
        java.add(put(internal + "/" + thing + "Tests.java", "test/Tests.java", model));
        java.add(put(internal + "/" + thing + "ApiTests.java", "test/ApiTests.java", model));
    }

    /** The model of a record of a list. */
    private Template.Model child(Field list) {
        Map<String, List<Map<String, String>>> lists = new HashMap<>(model.lists());
        Words child = Words.of(list.target());
        lists.put(
                "childFields",
                list.children().stream()
                        .map(it -> new FieldCode(child, it).values())
                        .toList());
        return new Template.Model(model.values(), lists)
                .with(Map.of("Child", child.pascal(), "spaced", list.name().spaced()));
    }

    private Imports imports() {
        List<String> folders = new ArrayList<>(List.of(project.api(spec.module())));
        spec.uses().forEach(it -> folders.add(project.api(it)));
        Imports imports = Imports.of(plan, folders.toArray(String[]::new));
        imports.forget(spec.thing().pascal());
        spec.lists().forEach(it -> imports.forget(it.target()));
        return imports;
    }

    private String put(String path, String template, Template.Model with) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        if (file.endsWith(".java") && !file.equals("package-info.java") && !types.add(file)) {
            throw new ToolException("There would be two types called %s; choose another name for one of them."
                    .formatted(file.replace(".java", "")));
        }
        plan.write(path, rendered(template, with));
        return path;
    }

    private static String rendered(String template, Template.Model model) {
        try (InputStream in = ModuleFiles.class.getResourceAsStream(
                "module/" + template + (template.endsWith(".java") ? ".txt" : ""))) {
            if (in == null) {
                throw new IllegalStateException("The pattern has no " + template);
            }
            return Template.render(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
