package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a new field behind its anchor, wherever that is carried, built, selected, typed or shown. */
final class FieldInsertion {

    /** A mapping that leaves something out: what, how it goes on, and from what to what it maps. */
    private static final Pattern IGNORING = Pattern.compile("@BeanMapping\\(ignoreUnmappedSourceProperties = ([^)]*)\\)"
            + "((?:\\s+@Mapping\\(.*\\))*\\s+(\\w+) \\w+\\((\\w+) \\w+\\);)");

    /** What a test has for a change, of any type but an enum. */
    private static final Pattern OTHER_SAMPLE = Pattern.compile("Another |7|12, 24|T12:|22222222|^false$");

    private static final Pattern SELECT = Pattern.compile("\"+\\s*select\\b");
    private static final Pattern WRITES = Pattern.compile("\\b(?:insert|update|delete|union)\\b");

    private final Project project;
    private final Plan plan;
    private final AggregateSources sources;
    private final Field field;
    private final FieldCode code;
    private final String anchor;
    private final String module;
    /** Files that carry the fields in a way of their own. */
    private final SortedSet<String> left = new TreeSet<>();

    FieldInsertion(Project project, AggregateSources sources, Field field, String module) {
        this.project = project;
        this.plan = project.plan();
        this.sources = sources;
        this.field = field;
        this.code = new FieldCode(sources.thing(), field);
        this.anchor = sources.anchor();
        this.module = module;
    }

    /** {@return the files whose lines became too long} */
    List<String> apply() {
        if (field.type() == FieldType.ENUM) {
            ModuleFiles.writeEnum(project, module, sources.thing(), field);
        }
        Imports imports = Imports.of(plan, project.api(module), "modules/" + module + "/src/main/java");
        List<String> tooLong = new ArrayList<>();
        for (String path : sources.javaFiles()) {
            String before = plan.read(path);
            String source = inJava(path, before);
            if (!source.equals(before)) {
                plan.write(path, imports.complete(source));
                if (FieldChange.hasLongLines(source) && !FieldChange.hasLongLines(before)) {
                    tooLong.add(path);
                }
            }
        }
        sources.templates().forEach(this::inTemplate);
        return tooLong;
    }

    /** {@return the files in which a person has to see to the field} */
    List<String> left() {
        return List.copyOf(left);
    }

    private String inJava(String path, String before) {
        String source = before;
        for (Map.Entry<String, RecordSource> entry : sources.records().entrySet()) {
            RecordSource it = entry.getValue();
            int index = it.indexOf(anchor) + 1;
            if (index == 0) {
                continue;
            }
            source = it.replaceCalls(source, arguments -> {
                arguments.add(index, argument(arguments.get(index - 1), path, before));
                return arguments;
            });
            if (entry.getKey().equals(path)) {
                List<String> components = new ArrayList<>(it.components());
                components.add(index, component(it));
                source = it.replaceHeader(source, components);
            }
        }
        if (path.endsWith("Repository.java")) {
            source = inQueries(path, source);
        }
        if (path.endsWith("Mapper.java")) {
            source = inMapper(source);
        }
        return sources.isTest(path) ? inForms(source) : source;
    }

    private String component(RecordSource record) {
        String aggregate = sources.thing().pascal();
        boolean stored = record.name().equals(aggregate) || record.name().equals(aggregate + "View");
        return stored || record.name().endsWith("Dto") ? code.stored() : code.commanded();
    }

    /** As the anchor's, if that is an expression of its name; a value otherwise. */
    private String argument(String anchorArgument, String path, String source) {
        String mirrored = anchorArgument.replaceAll("\\b" + anchor + "\\b(?=\\(\\)|$)", field.camel());
        if (!mirrored.equals(anchorArgument)) {
            if (isInScope(anchorArgument, path, source)) {
                return mirrored;
            }
            if (!sources.isTest(path)) {
                throw new ToolException(
                        "%s passes the fields of %s on one by one, and the tool cannot tell where '%s' goes; add it in an editor, and ./wt check-schema --write writes the migration."
                                .formatted(
                                        path.substring(path.lastIndexOf('/') + 1),
                                        sources.thing().pascal(),
                                        field.camel()));
            }
        }
        if (!sources.isTest(path)) {
            left.add(path);
        }
        boolean other = OTHER_SAMPLE.matcher(anchorArgument).find();
        return field.optional() && !sources.isTest(path) ? "null" : Samples.java(field, code.enumType(), other);
    }

    /** Whether what has the anchor has the field as well: a record that gets it, here or in a variable. */
    private boolean isInScope(String anchorArgument, String path, String source) {
        Matcher receiver = Pattern.compile("\\b(\\w+)\\." + anchor + "\\(\\)").matcher(anchorArgument);
        if (!receiver.find()) {
            return sources.records().containsKey(path);
        }
        return Pattern.compile("\\b([A-Z]\\w*) " + receiver.group(1) + "\\b")
                .matcher(source)
                .results()
                .noneMatch(it -> isOfTheModuleAndStays(it.group(1)));
    }

    private boolean isOfTheModuleAndStays(String type) {
        return sources.javaFiles().stream().anyMatch(it -> it.endsWith("/" + type + ".java"))
                && sources.records().values().stream().noneMatch(it -> it.name().equals(type));
    }

    /**
     * In lists of columns; a query of this column alone is not one of rows. What writes, or reads another table, has an order of
     * its own.
     */
    private String inQueries(String path, String source) {
        String column = Words.of(anchor).snake();
        String selected = String.join(
                ", $1",
                SqlType.columns(field).stream().map(TableColumns.Column::name).toList());
        Pattern listed =
                Pattern.compile("(?:(?<=[ ,\\n])(?=[\\w.]+,)|(?<=,\\s{0,60})(?=[\\w.]+\\s+from\\b))((?:\\w+\\.)?)"
                        + column + "((?:_currency)?)(?=,|\\s+from\\b)");
        return JavaText.STRING.matcher(source).replaceAll(it -> {
            String sql = it.group();
            List<MatchResult> lists = listed.matcher(sql).results().toList();
            boolean inserts = Pattern.compile("\\binto " + table()).matcher(sql).find();
            if (inserts || !lists.stream().allMatch(list -> selectsRows(sql, list.group(1)))) {
                left.add(path);
                return Matcher.quoteReplacement(sql);
            }
            return Matcher.quoteReplacement(listed.matcher(sql).replaceAll("$1" + column + "$2, $1" + selected));
        });
    }

    /**
     * @param qualifier of a column with its dot, or empty
     */
    private boolean selectsRows(String sql, String qualifier) {
        String alias = qualifier.replace(".", "");
        boolean ofTheTable = Pattern.compile(
                        alias.isEmpty() || alias.equals(sources.thing().snake())
                                ? "from " + table()
                                : table() + " (?:as )?" + alias + "\\b")
                .matcher(sql)
                .find();
        return ofTheTable
                && SELECT.matcher(sql).lookingAt()
                && !WRITES.matcher(sql).find();
    }

    private String table() {
        return "\\b" + module + "\\." + sources.thing().snake() + "\\b";
    }

    /** What is mapped from the aggregate to something that does not get the field leaves it out on purpose. */
    private String inMapper(String source) {
        Set<String> carriers = sources.records().values().stream()
                .filter(it -> it.indexOf(anchor) >= 0)
                .map(RecordSource::name)
                .collect(Collectors.toSet());
        return IGNORING.matcher(source).replaceAll(it -> {
            boolean leavesOut = carriers.contains(it.group(4)) && !carriers.contains(it.group(3));
            String names = it.group(1).replaceAll("[{}]", "");
            return Matcher.quoteReplacement(
                    leavesOut
                            ? "@BeanMapping(ignoreUnmappedSourceProperties = {%s, \"%s\"})%s"
                                    .formatted(names, field.camel(), it.group(2))
                            : it.group());
        });
    }

    private String inForms(String source) {
        Pattern entry = Pattern.compile("Map\\.entry\\(\"" + anchor + "(?:\\.currency)?\", .*");
        return RecordSource.replaceCalls(source, "Map.ofEntries(", -1, entries -> {
            int last = IntStream.range(0, entries.size())
                    .filter(it -> entry.matcher(entries.get(it)).matches())
                    .reduce(-1, (a, b) -> b);
            if (last >= 0) {
                entries.addAll(
                        last + 1,
                        ModuleArguments.formOf(field).stream()
                                .map(it -> "Map.entry(\"%s\", %s)".formatted(it.get("name"), it.get("value")))
                                .toList());
            }
            return entries;
        });
    }

    private void inTemplate(String path) {
        FieldTemplate page = new FieldTemplate(sources.thing(), anchor);
        String html = plan.read(path);
        if (page.isOfItsOwn(path, html)) {
            left.add(path);
        }
        plan.write(path, page.insert(html, code.values()));
    }
}
