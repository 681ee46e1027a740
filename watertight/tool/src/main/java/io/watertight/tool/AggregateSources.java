package io.watertight.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records in which a module carries the fields of an aggregate: row, DTO, commands, views. */
final class AggregateSources {

    private final Project project;
    private final Plan plan;
    private final String module;
    private final Words thing;
    /** By path, in the order in which they are looked at. */
    private final Map<String, RecordSource> records = new LinkedHashMap<>();

    AggregateSources(Project project, String module, String aggregate) {
        project.requireModule(module);
        this.project = project;
        this.plan = project.plan();
        this.module = module;
        this.thing = Words.of(aggregate);
        String internal = project.internal(module) + "/";
        String api = project.api(module) + "/";
        find(internal + aggregate + ".java", aggregate);
        if (records.isEmpty()) {
            throw new ToolException("Module '%s' has no aggregate %s; there is no %s."
                    .formatted(module, aggregate, internal + aggregate + ".java"));
        }
        if (!plan.exists(internal + aggregate + "Repository.java")) {
            throw new ToolException(
                    "There is no %sRepository in module '%s', so the tool takes %s for a part of another aggregate. Change it and its DTO by hand; ./wt check-schema --write then writes the migration."
                            .formatted(aggregate, module, aggregate));
        }
        find(api + aggregate + "Dto.java", aggregate + "Dto");
        find(api + "New" + aggregate + ".java", "New" + aggregate);
        find(api + aggregate + "Revision.java", aggregate + "Revision");
        find(internal + aggregate + "View.java", aggregate + "View");
    }

    private void find(String path, String name) {
        if (plan.exists(path)) {
            RecordSource.find(plan.read(path), name).ifPresent(it -> records.put(path, it));
        }
    }

    Map<String, RecordSource> records() {
        return records;
    }

    RecordSource aggregate() {
        return records.values().iterator().next();
    }

    String module() {
        return module;
    }

    Words thing() {
        return thing;
    }

    /** Every Java file of the module, tests included. */
    List<String> javaFiles() {
        return plan.files("modules/" + module).stream()
                .filter(path -> path.endsWith(".java"))
                .toList();
    }

    /** Files of other modules and of the application that make one of the records. */
    List<String> makersElsewhere() {
        Pattern made = Pattern.compile("\\bnew (?:" + recordNames() + ")\\(");
        return javaFilesElsewhere().stream()
                .filter(path -> made.matcher(plan.read(path)).find())
                .toList();
    }

    /** Files of other modules and of the application that may ask one of the records for the field, or its table. */
    List<String> askersElsewhere(String field) {
        Pattern reference = Pattern.compile(FieldChange.reference(records.values(), field));
        Pattern shown = Pattern.compile("\\b" + thing.camel() + "\\??\\." + field + "\\b");
        Pattern stored = TestData.column(module, Words.of(field));
        return Stream.concat(
                        javaFilesElsewhere().stream()
                                .filter(path -> new Accessors(plan.read(path), records.values(), field).mayBeLeft()
                                        || reference.matcher(plan.read(path)).find()),
                        filesElsewhere().stream()
                                .filter(path -> path.endsWith(".html")
                                                && shown.matcher(plan.read(path))
                                                        .find()
                                        || path.endsWith(".sql")
                                                && plan.read(path).contains(module + "." + thing.snake())
                                                && stored.matcher(plan.read(path))
                                                        .find()))
                .toList();
    }

    /** Those of other modules and of the application that name one of the records. */
    List<String> javaFilesElsewhere() {
        Pattern named = Pattern.compile("\\b(?:" + recordNames() + ")\\b");
        return filesElsewhere().stream()
                .filter(path ->
                        path.endsWith(".java") && named.matcher(plan.read(path)).find())
                .toList();
    }

    private List<String> filesElsewhere() {
        return plan.files("").stream()
                .filter(path -> !path.startsWith("watertight/") && !path.startsWith("modules/" + module + "/"))
                .toList();
    }

    private String recordNames() {
        return records.values().stream().map(RecordSource::name).collect(Collectors.joining("|"));
    }

    /** The records that a file of somebody else's imports. */
    List<RecordSource> importedBy(String source) {
        return records.values().stream()
                .filter(it -> source.contains("import %s.%s.%s;".formatted(project.group(), module, it.name())))
                .toList();
    }

    /** What tests read, and what runs again whenever it changes. */
    List<String> dataFiles() {
        return plan.files("modules/" + module + "/src").stream()
                .filter(path -> !path.endsWith(".java") && plan.isText(path))
                .filter(path -> isTest(path) || path.contains("/R__"))
                .toList();
    }

    List<String> templates() {
        return plan.files(project.templates(module)).stream()
                .filter(path -> path.endsWith(".html"))
                .toList();
    }

    boolean isTest(String path) {
        return path.contains("/src/test/");
    }

    /** The component behind which a new one belongs: the last that somebody can type, or the key. */
    String anchor() {
        List<String> typed = new ArrayList<>();
        records.values().stream()
                .filter(it -> it.name().startsWith("New") || it.name().endsWith("Revision"))
                .forEach(it -> typed.addAll(it.names()));
        List<String> common =
                aggregate().names().stream().filter(typed::contains).toList();
        if (common.isEmpty()) {
            throw new ToolException(
                    "No command of module '%s' carries a field of %s, so the tool has no place for one more; add it in an editor, and ./wt check-schema --write writes the migration."
                            .formatted(module, thing.pascal()));
        }
        return common.get(common.size() - 1);
    }
}
