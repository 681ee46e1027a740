package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines as the project's formatter does, for what the tool writes: declarations and calls whose arguments do not fit
 * into one line. A test runs the formatter itself over all that is generated.
 */
final class JavaLayout {

    private static final int COLUMNS = 120;
    /** How far from the margin the annotations of a record's component may reach on one line with its type. */
    private static final int ANNOTATION_COLUMNS = 60;
    /** Where the last dot of a chain of calls may be on one line with the others. */
    private static final int CHAIN_COLUMNS = 80;
    /** Arguments that are shorter, all of them, share lines. */
    private static final int SHORT_ARGUMENT = 10;

    private static final String CONTINUATION = "        ";
    private static final Pattern ASSIGNMENT = Pattern.compile("( *)([^(]*? =) (.*;)");
    private static final Pattern RECORD = Pattern.compile("(public )?record ");
    private static final Pattern SUPERTYPE = Pattern.compile("((?:public )?record .*\\)) (implements .*)");
    private static final Pattern ANNOTATIONS = Pattern.compile("(?:^|[(,] ?|^ +)((?:@\\w+(?:\\([^()]*\\))? )+)");
    private static final Pattern ANNOTATED =
            Pattern.compile("(@\\w+(?:\\([^()]*\\))?(?: @\\w+(?:\\([^()]*\\))?)*) (.*)");

    private JavaLayout() {}

    static String of(String source) {
        StringBuilder laidOut = new StringBuilder();
        source.lines().forEach(line -> laidOut.append(wrap(line)).append('\n'));
        return laidOut.toString();
    }

    static String wrap(String line) {
        String text = line.strip();
        if (text.startsWith("*") || text.startsWith("//") || text.startsWith("import ") || text.startsWith("@")) {
            return line;
        }
        if (text.startsWith("assertThat")
                || text.startsWith("given(")
                || text.startsWith("then(")
                || text.startsWith("http.")) {
            return chain(line);
        }
        if (fits(line)) {
            return line;
        }
        Matcher tail = SUPERTYPE.matcher(line);
        if (tail.matches()) {
            return wrapRecord(line, tail.group(1), tail.group(2));
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (assignment.matches()) {
            String value = assignment.group(1) + CONTINUATION + assignment.group(3);
            if (value.length() <= COLUMNS) {
                return assignment.group(1) + assignment.group(2) + "\n" + value;
            }
            if (dots(line).size() > 1) {
                return chain(line);
            }
        }
        return text.startsWith("\"") ? chain(line) : breakArguments(line);
    }

    /** What a record implements stays behind its components, if there is room. */
    private static String wrapRecord(String line, String head, String supertypes) {
        String broken = breakArguments(line);
        boolean together = broken.indexOf('\n') == broken.lastIndexOf('\n');
        String brokenHead = breakArguments(head);
        boolean headTogether = brokenHead.indexOf('\n') == brokenHead.lastIndexOf('\n');
        int width = CONTINUATION.length() + head.length() - openingParenthesis(head) - 1;
        if (!fits(head) && (together || !headTogether && width <= COLUMNS)) {
            return broken;
        }
        return wrap(head) + "\n" + CONTINUATION + supertypes;
    }

    private static boolean fits(String line) {
        return line.length() <= COLUMNS && (!isRecord(line) || annotationsEnd(line) <= ANNOTATION_COLUMNS);
    }

    private static boolean isRecord(String line) {
        return RECORD.matcher(line).lookingAt();
    }

    /** A chain of calls, each in a line of its own if they have no room in one. */
    private static String chain(String line) {
        List<Integer> dots = dots(line);
        if (dots.isEmpty() || line.length() <= COLUMNS && dots.get(dots.size() - 1) <= CHAIN_COLUMNS) {
            return line;
        }
        StringBuilder broken = new StringBuilder(line.substring(0, dots.get(0)));
        for (int i = 0; i < dots.size(); i++) {
            int end = i + 1 < dots.size() ? dots.get(i + 1) : line.length();
            broken.append('\n').append(margin(line)).append(line, dots.get(i), end);
        }
        return broken.toString();
    }

    /** Where the calls of a chain begin; a short name stays with its first call. */
    private static List<Integer> dots(String line) {
        List<Integer> dots = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '.'
                    && depth == 0
                    && !quoted
                    && !line.substring(0, i).strip().equals("http")) {
                dots.add(i);
            }
        }
        return dots;
    }

    private static String breakArguments(String line) {
        int open = openingParenthesis(line);
        if (open < 0) {
            return line;
        }
        String margin = margin(line);
        int close = JavaText.closing(line, open);
        String inside = line.substring(open + 1, close);
        String together = margin + inside + line.substring(close);
        String head = line.substring(0, open + 1) + "\n";
        boolean record = isRecord(line);
        if (together.length() <= COLUMNS && (!record || annotationsEnd(together) <= ANNOTATION_COLUMNS)) {
            return head + together;
        }
        List<String> parts = JavaText.split(inside);
        return head
                + (parts.stream().allMatch(it -> it.length() < SHORT_ARGUMENT)
                        ? filled(parts, margin)
                        : stacked(parts, margin, record))
                + line.substring(close);
    }

    private static String filled(List<String> parts, String margin) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(margin);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i) + (i < parts.size() - 1 ? "," : "");
            boolean first = line.length() == margin.length();
            if (!first && line.length() + 1 + part.length() > COLUMNS - (i < parts.size() - 1 ? 0 : 2)) {
                lines.append(line).append('\n');
                line = new StringBuilder(margin);
                first = true;
            }
            line.append(first ? "" : " ").append(part);
        }
        return lines.append(line).toString();
    }

    private static String stacked(List<String> parts, String margin, boolean record) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean tall = record && annotationsEnd(margin + parts.get(i)) > ANNOTATION_COLUMNS;
            boolean last = i == parts.size() - 1;
            if (tall && i > 0 && !lines.toString().endsWith("\n\n")) {
                lines.append('\n');
            }
            lines.append(margin).append(tall ? severalLines(parts.get(i), margin) : parts.get(i));
            lines.append(last ? "" : tall ? ",\n\n" : ",\n");
        }
        return lines.toString();
    }

    /** The annotations before the rest, each in a line of its own if they have no room in one. */
    private static String severalLines(String part, String margin) {
        Matcher annotated = ANNOTATED.matcher(part);
        if (!annotated.matches()) {
            return part;
        }
        String annotations = annotated.group(1);
        if (margin.length() + annotations.length() > COLUMNS) {
            annotations = annotations.replace(" @", "\n" + margin + "@");
        }
        return annotations + "\n" + margin + annotated.group(2);
    }

    /** The column behind the last annotation of a component. */
    private static int annotationsEnd(String line) {
        int end = 0;
        Matcher annotations = ANNOTATIONS.matcher(line);
        while (annotations.find()) {
            end = annotations.end(1) - 1;
        }
        return end;
    }

    private static String margin(String line) {
        return " ".repeat(line.length() - line.stripLeading().length()) + CONTINUATION;
    }

    /** The parenthesis of the last group that stands at the outermost level. */
    private static int openingParenthesis(String line) {
        int depth = 0;
        int open = -1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (i == 0 || line.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && c == '(' && depth++ == 0) {
                open = i;
            } else if (!quoted && c == ')') {
                depth--;
            }
        }
        return depth == 0 ? open : -1;
    }
}
