package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes a field out of everything but its table. */
final class FieldRemoval {

    private final Plan plan;
    private final AggregateSources sources;
    private final String field;
    private final List<String> columns;

    /**
     * @param columns of the field, which queries select
     */
    FieldRemoval(Project project, AggregateSources sources, String field, List<String> columns) {
        this.plan = project.plan();
        this.sources = sources;
        this.field = field;
        this.columns = columns;
    }

    /** {@return the files that still name it, which nobody but a person can change} */
    List<String> apply() {
        Pattern reference =
                Pattern.compile(FieldChange.reference(sources.records().values(), field));
        List<String> left = new ArrayList<>();
        for (String path : sources.javaFiles()) {
            String before = plan.read(path);
            String source = inJava(path, before);
            if (!source.equals(before)) {
                plan.write(path, Imports.prune(source));
            }
            if (new Accessors(source, sources.records().values(), field).mayBeLeft()
                    || reference.matcher(source).find()) {
                left.add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        for (String path : sources.templates()) {
            plan.write(path, new FieldTemplate(sources.thing(), field).remove(plan.read(path)));
        }
        return left;
    }

    private String inJava(String path, String before) {
        String source = before;
        for (Map.Entry<String, RecordSource> entry : sources.records().entrySet()) {
            RecordSource it = entry.getValue();
            int index = it.indexOf(field);
            if (index < 0) {
                continue;
            }
            source = it.replaceCalls(source, arguments -> {
                arguments.remove(index);
                return arguments;
            });
            if (entry.getKey().equals(path)) {
                List<String> components = new ArrayList<>(it.components());
                components.remove(index);
                source = it.replaceHeader(source, components);
            }
        }
        if (path.endsWith("Repository.java")) {
            for (String column : columns) {
                source = source.replaceAll("(?:\\w+\\.)?\\b" + column + ", ", "")
                        .replaceAll(", (?:\\w+\\.)?" + column + "\\b(?=\\s+from)", "");
            }
        }
        if (path.endsWith("Mapper.java")) {
            source = inMapper(source);
        }
        return sources.isTest(path) ? inTests(source) : source;
    }

    /** What is not there cannot be left out. */
    private String inMapper(String source) {
        String ignored = "ignoreUnmappedSourceProperties = ";
        return source.replaceAll("@BeanMapping\\(" + ignored + "\"" + field + "\"\\)\\s+", "")
                .replaceAll("(" + ignored + "\\{[^}]*?)\"" + field + "\", ", "$1")
                .replaceAll("(" + ignored + "\\{[^}]*?), \"" + field + "\"", "$1")
                .replaceAll("(" + ignored + ")\\{(\"\\w+\")}", "$1$2");
    }

    private String inTests(String source) {
        Pattern entry = Pattern.compile("Map\\.entry\\(\"" + field + "(?:\\.\\w+)?\", .*");
        String without = RecordSource.replaceCalls(source, "Map.ofEntries(", -1, entries -> {
            entries.removeIf(it -> entry.matcher(it).matches());
            return entries;
        });
        return without.replaceAll("(?m)^ *assertThat\\([^\\n]*\\." + field + "\\(\\)[^\\n]*;\\n", "");
    }
}
