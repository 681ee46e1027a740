package io.watertight.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field under another name in the data of a module's tests: JSON, CSV and SQL, in strings and in files. */
final class TestData {

    private static final String CSV_SOURCE = "@CsvSource(";
    private static final Pattern FIRST_LINE = Pattern.compile(
            "\\A(?:\"\"\"\\s*|\"|\uFEFF)?([\\w.]*(?:[ \\t]*[,;|\\t][ \\t]*[\\w.]*)+)(?=\\\\n|\\n|\"|\\z)");

    private final Plan plan;
    private final AggregateSources sources;
    private final Words from;
    private final Words to;
    /** Of the aggregate and its commands, by which a line is recognized as the head of a table. */
    private final Set<String> fields;

    private final String table;
    private final Pattern otherTable;
    private final Pattern column;
    private final Pattern left;

    TestData(Plan plan, AggregateSources sources, Words from, Words to) {
        this.plan = plan;
        this.sources = sources;
        this.from = from;
        this.to = to;
        this.fields = sources.records().values().stream()
                .flatMap(it -> it.names().stream())
                .collect(Collectors.toSet());
        String module = sources.module();
        String thing = sources.thing().snake();
        this.table = module + "." + thing;
        this.otherTable = Pattern.compile("\\b" + module + "\\.(?!" + thing
                + "\\b)\\w+|\\b(?i:from|into|update|join)\\s+(?!" + module + "\\." + thing + "\\b)\\w+\\.");
        this.column = column(module, from);
        this.left = Pattern.compile("(?:\\A|[\"'({\\[,;|=&?.:>$\\n])\\s*(?:" + from.camel() + "|" + from.snake()
                + ")\\s*(?:[\"'\\\\)}\\],;|=&.:<\\n]|\\z)");
    }

    /** In the files that tests read. */
    void applyToFiles() {
        sources.dataFiles().stream()
                .filter(sources::isTest)
                .forEach(path -> plan.write(path, inFile(path, plan.read(path))));
    }

    /** {@return the files of tests, and of migrations that run again, in which something may be the field} */
    List<String> left() {
        return Stream.concat(sources.javaFiles().stream().filter(sources::isTest), sources.dataFiles().stream())
                .filter(path -> isLeftIn(path, plan.read(path)))
                .toList();
    }

    /** Neither a parameter, nor a schema or a table of that name. */
    static Pattern column(String module, Words name) {
        return Pattern.compile(
                "(?<!:|\\b" + module + "\\.)\\b" + name.snake() + "(?=_amount\\b|_currency\\b|\\b)(?!\\.)");
    }

    /** A test. */
    String inJava(String path, String source) {
        String tables = inTables(source);
        String texts = JavaText.STRING.matcher(tables).replaceAll(it -> Matcher.quoteReplacement(inString(it.group())));
        return isOfMigrations(path, texts) ? texts : inSql(texts);
    }

    /** What stands in quotes as a whole is not looked at here. */
    private String inString(String text) {
        String renamed = inFirstLine(text).replaceAll("(?<=\\\\\")" + from.camel() + "(?=\\\\\")", to.camel());
        boolean path =
                renamed.startsWith("\"$") || renamed.matches("\"(?:\\w+(?:\\[\\d+])?\\.)+" + from.camel() + "\"");
        String before = renamed.startsWith("\"$") ? "(?<=\\$\\.|\\$\\.\\.|]\\.|@\\.)" : "(?<=\\.)";
        return path ? renamed.replaceAll(before + from.camel() + "\\b(?!\\()", to.camel()) : renamed;
    }

    /** A cell that holds the field's name alone. */
    private String inTables(String source) {
        StringBuilder changed = new StringBuilder(source);
        for (int at = changed.indexOf(CSV_SOURCE); at >= 0; at = changed.indexOf(CSV_SOURCE, at + 1)) {
            int open = at + CSV_SOURCE.length() - 1;
            int close = JavaText.closing(changed.toString(), open);
            String cells = "(?<=[\",;|\\n]\\s{0,99})" + from.camel() + "(?=\\s*[\",;|\\n])";
            String table = changed.substring(open, close);
            changed.replace(
                    open,
                    close,
                    JavaText.STRING
                            .matcher(table)
                            .replaceAll(
                                    it -> Matcher.quoteReplacement(it.group().replaceAll(cells, to.camel()))));
        }
        return changed.toString();
    }

    /** If it names columns: the field and another one of the aggregate. */
    private String inFirstLine(String text) {
        Matcher line = FIRST_LINE.matcher(text);
        if (!line.find()) {
            return text;
        }
        List<String> names = Arrays.stream(line.group(1).split("[,;|\\t]"))
                .map(it -> it.strip().replaceFirst("\\..*", ""))
                .toList();
        boolean columns = names.contains(from.camel())
                && names.stream().anyMatch(it -> fields.contains(it) && !it.equals(from.camel()));
        return columns
                ? text.substring(0, line.start(1))
                        + line.group(1).replaceAll("(?<![\\w.])" + from.camel() + "\\b", to.camel())
                        + text.substring(line.end(1))
                : text;
    }

    /** Statements of this table alone; a parameter follows where it is set by its name. */
    String inSql(String source) {
        boolean named = source.contains("param(\"" + to.camel() + "\"");
        return JavaText.STRING.matcher(source).replaceAll(it -> {
            String sql = inStatements(it.group());
            return Matcher.quoteReplacement(
                    named ? sql.replaceAll("(?<=[^:]:)" + from.camel() + "\\b", to.camel()) : sql);
        });
    }

    /** One statement after the other; what stands in quotes is data. */
    private String inStatements(String sql) {
        return Pattern.compile("(?:'[^']*'|[^;'])+").matcher(sql).replaceAll(it -> {
            String statement = it.group();
            boolean ours =
                    statement.contains(table) && !otherTable.matcher(statement).find();
            return Matcher.quoteReplacement(
                    ours
                            ? Pattern.compile("'[^']*'|" + column.pattern())
                                    .matcher(statement)
                                    .replaceAll(part -> part.group().startsWith("'")
                                            ? Matcher.quoteReplacement(part.group())
                                            : to.snake())
                            : statement);
        });
    }

    private String inFile(String path, String text) {
        if (path.endsWith(".sql")) {
            return isOfMigrations(path, text) ? text : inStatements(text);
        }
        return path.endsWith("json") ? inJson(text) : inFirstLine(text);
    }

    /** A key, if another one is the aggregate's, too. */
    private String inJson(String text) {
        boolean ours =
                fields.stream().anyMatch(it -> !it.equals(from.camel()) && text.matches("(?s).*\"" + it + "\"\\s*:.*"));
        return ours ? text.replaceAll("(?<=\")" + from.camel() + "(?=\"\\s*:)", to.camel()) : text;
    }

    private boolean isLeftIn(String path, String text) {
        return path.endsWith(".java")
                ? JavaText.STRING
                        .matcher(text)
                        .results()
                        .anyMatch(it -> left.matcher(it.group()).find())
                : left.matcher(text).find();
    }

    /** Where tables are as they were once. */
    private static boolean isOfMigrations(String path, String text) {
        return path.contains("/db/migration/")
                || path.substring(path.lastIndexOf('/')).contains("Migration")
                || text.contains("Flyway");
    }
}
