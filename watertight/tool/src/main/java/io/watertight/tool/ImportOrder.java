package io.watertight.tool;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts imports as the formatter does, since packages that are called otherwise come in another order. */
final class ImportOrder {

    private static final Pattern IMPORTS = Pattern.compile("(?m)(^import [^\n]+;\n(?:\n?import [^\n]+;\n)*)");

    private ImportOrder() {}

    static String of(String source) {
        Matcher imports = IMPORTS.matcher(source);
        if (!imports.find()) {
            return source;
        }
        SortedSet<String> statics = new TreeSet<>();
        SortedSet<String> types = new TreeSet<>();
        imports.group(1)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> (line.startsWith("import static ") ? statics : types)
                        .add(line.substring(0, line.length() - 1)));
        StringBuilder sorted = new StringBuilder();
        statics.forEach(line -> sorted.append(line).append(";\n"));
        sorted.append(statics.isEmpty() || types.isEmpty() ? "" : "\n");
        types.forEach(line -> sorted.append(line).append(";\n"));
        return source.substring(0, imports.start()) + sorted + source.substring(imports.end());
    }
}
