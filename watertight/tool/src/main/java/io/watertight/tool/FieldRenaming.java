package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a field otherwise, wherever the module names it. */
final class FieldRenaming {

    /** Before a text that names a table, something on a page or a list, whatever the field is called. */
    private static final String NOT_OURS = "(?<!(?:schema|idColumn|keyColumn|[A-Z]) = \"|Attribute\\(\")";

    private final Plan plan;
    private final AggregateSources sources;
    private final String module;
    private final Words from;
    private final Words to;

    FieldRenaming(Project project, AggregateSources sources, String module, Words from, Words to) {
        this.plan = project.plan();
        this.sources = sources;
        this.module = module;
        this.from = from;
        this.to = to;
    }

    /** {@return the files whose lines became too long} */
    List<String> apply() {
        refuseOtherRecords();
        List<String> tooLong = new ArrayList<>();
        for (String path : sources.javaFiles()) {
            String before = plan.read(path);
            String source = inJava(path, before);
            plan.write(path, source);
            if (FieldChange.hasLongLines(source) && !FieldChange.hasLongLines(before)) {
                tooLong.add(path);
            }
        }
        for (String path : sources.templates()) {
            plan.write(path, inTemplate(plan.read(path)));
        }
        return tooLong;
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
        source = source.replaceAll(FieldChange.accessor(from.camel()), "." + to.camel() + "()")
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
        }
        return path.endsWith("Repository.java") ? inQueries(source) : source;
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

    /** Neither a parameter, nor a schema or a table of that name. */
    private String inQueries(String source) {
        String column = "(?<!:|\\b" + module + "\\.)\\b" + from.snake() + "(?=_amount\\b|_currency\\b|\\b)(?!\\.)";
        return JavaText.STRING
                .matcher(source)
                .replaceAll(it -> Matcher.quoteReplacement(it.group().replaceAll(column, to.snake())));
    }

    private String inTemplate(String html) {
        return html.replaceAll("(?<!\\bpage[.])(?<=[.])" + from.camel() + "\\b(?!\\()", to.camel())
                .replaceAll("(?<=(?:for|id|name|data-part)=\")" + from.camel() + "(?=[\".-])", to.camel())
                .replaceAll("(?<=>|data-label=\")" + from.label() + "(?=<(?!/h[12]>)|\")", to.label());
    }
}
