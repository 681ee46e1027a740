package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Calls a field otherwise, wherever the module names it. */
final class FieldRenaming {

    /** Before a text that names a table, something on a page or a list, whatever the field is called. */
    private static final String NOT_OURS = "(?<!(?:schema|idColumn|keyColumn|[A-Z]) = \"|Attribute\\(\")";

    private final Plan plan;
    private final AggregateSources sources;
    private final String module;
    private final Words from;
    private final Words to;
    private final TestData data;

    FieldRenaming(Project project, AggregateSources sources, String module, Words from, Words to) {
        this.plan = project.plan();
        this.sources = sources;
        this.module = module;
        this.from = from;
        this.to = to;
        this.data = new TestData(plan, sources, from, to);
    }

    void apply() {
        refuseOtherRecords();
        sources.javaFiles().forEach(path -> plan.write(path, inJava(path, plan.read(path))));
        sources.templates().forEach(path -> plan.write(path, inTemplate(plan.read(path))));
        data.applyToFiles();
        for (String path : sources.javaFilesElsewhere()) {
            String source = plan.read(path);
            List<RecordSource> imported = sources.importedBy(source);
            if (!imported.isEmpty()) {
                plan.write(
                        path,
                        new Accessors(source, imported, from.camel())
                                .renameOwn(to.camel())
                                .replaceAll(FieldChange.reference(imported, from.camel()), to.camel()));
            }
        }
    }

    /** {@return the files of others that call the field by its new name now} */
    List<String> elsewhere() {
        return sources.javaFilesElsewhere().stream()
                .filter(plan.changes()::containsKey)
                .toList();
    }

    /** {@return the files in which a person has to see to the field: those with data, and those of others} */
    List<String> left() {
        return Stream.concat(data.left().stream(), sources.askersElsewhere(from.camel()).stream())
                .toList();
    }

    /** An accessor does not tell whose it is. */
    private void refuseOtherRecords() {
        for (String path : sources.javaFiles()) {
            String type = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
            boolean other = !sources.records().containsKey(path)
                    && RecordSource.find(plan.read(path), type)
                            .filter(it -> it.indexOf(from.camel()) >= 0)
                            .isPresent();
            if (other) {
                throw new ToolException(
                        "%s has a '%s', too, and the tool cannot tell the two apart; rename it in an editor, and write the migration as docs/change-a-table.md shows."
                                .formatted(type, from.camel()));
            }
        }
    }

    private String inJava(String path, String before) {
        String source = before;
        RecordSource record = sources.records().get(path);
        if (record != null && record.indexOf(from.camel()) >= 0) {
            List<String> components = new ArrayList<>(record.components());
            components.replaceAll(it -> it.endsWith(" " + from.camel())
                    ? it.substring(0, it.length() - from.camel().length())
                                    .replace("\"" + from.snake() + "_\"", "\"" + to.snake() + "_\"")
                            + to.camel()
                    : it);
            source = inConstructor(record.name(), record.replaceHeader(source, components))
                    .replaceAll("(?<=@param )" + from.camel() + "\\b", to.camel());
        }
        source = new Accessors(source, sources.records().values(), from.camel())
                .renameAllButOthers(to.camel())
                .replaceAll(FieldChange.reference(sources.records().values(), from.camel()), to.camel())
                .replaceAll(
                        NOT_OURS + "(?<=\"|\\$\\.)" + from.camel() + "(?=\"|\\.amount\"|\\.currency\")", to.camel());
        if (record != null && record == sources.aggregate()) {
            source = record.replaceCalls(source, arguments -> {
                arguments.replaceAll(it -> it.equals(from.camel()) ? to.camel() : it);
                return arguments;
            });
        }
        if (sources.isTest(path)) {
            source = source.replaceAll("(?<=\"(?:Some|Another) )" + from.spaced() + "(?=\")", to.spaced());
            return data.inJava(path, source);
        }
        return path.endsWith("Repository.java") ? inQueries(source) : data.inSql(source);
    }

    /** A compact one, which changes or checks the component before it is stored. */
    private String inConstructor(String record, String source) {
        Matcher constructor =
                Pattern.compile("(?m)^ +(?:public )?" + record + " \\{").matcher(source);
        if (!constructor.find()) {
            return source;
        }
        int open = constructor.end() - 1;
        int close = JavaText.closing(source, open);
        String body = Pattern.compile(JavaText.STRING + "|(?<!\\.)\\b" + from.camel() + "\\b(?!\\()")
                .matcher(source.substring(open, close))
                .replaceAll(it -> Matcher.quoteReplacement(it.group().startsWith("\"") ? it.group() : to.camel()));
        return source.substring(0, open) + body + source.substring(close);
    }

    private String inQueries(String source) {
        Pattern column = TestData.column(module, from);
        return JavaText.STRING
                .matcher(source)
                .replaceAll(it ->
                        Matcher.quoteReplacement(column.matcher(it.group()).replaceAll(to.snake())));
    }

    private String inTemplate(String html) {
        return html.replaceAll("(?<!\\bpage[.])(?<=[.])" + from.camel() + "\\b(?!\\()", to.camel())
                .replaceAll("(?<=(?:for|id|name|data-part)=\")" + from.camel() + "(?=[\".-])", to.camel())
                .replaceAll("(?<=>|data-label=\")" + from.label() + "(?=<(?!/h[12]>)|\")", to.label());
    }
}
