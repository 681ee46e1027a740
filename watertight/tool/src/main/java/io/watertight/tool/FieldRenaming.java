package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a field otherwise, wherever the module names it. */
final class FieldRenaming {

    private final Plan plan;
    private final AggregateSources sources;
    private final Words from;
    private final Words to;

    FieldRenaming(Project project, AggregateSources sources, Words from, Words to) {
        this.plan = project.plan();
        this.sources = sources;
        this.from = from;
        this.to = to;
    }

    void apply() {
        refuseOtherRecords();
        for (String path : sources.javaFiles()) {
            plan.write(path, inJava(path, plan.read(path)));
        }
        for (String path : sources.templates()) {
            plan.write(path, inTemplate(plan.read(path)));
        }
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
            source = record.replaceHeader(source, components);
        }
        source = source.replaceAll(FieldChange.accessor(from.camel()), "." + to.camel() + "()")
                .replaceAll("(?<=\"|\\$\\.)" + from.camel() + "(?=\"|\\.amount\"|\\.currency\")", to.camel());
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

    private String inQueries(String source) {
        Matcher text =
                Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"").matcher(source);
        return text.replaceAll(it -> Matcher.quoteReplacement(
                it.group().replaceAll("(?<!:)\\b" + from.snake() + "(?=_amount\\b|_currency\\b|\\b)", to.snake())));
    }

    private String inTemplate(String html) {
        return html.replaceAll("(?<!\\bpage[.])(?<=[.])" + from.camel() + "\\b(?!\\()", to.camel())
                .replaceAll("(?<=(?:for|id|name|data-part)=\")" + from.camel() + "(?=[\".-])", to.camel())
                .replaceAll("(?<=>|data-label=\")" + from.label() + "(?=<|\")", to.label());
    }
}
