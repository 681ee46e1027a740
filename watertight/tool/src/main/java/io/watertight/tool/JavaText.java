package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads Java as text: what is inside of parentheses and quotes is kept together. */
final class JavaText {

    /** A text as code has it, in quotes. */
    static final Pattern STRING = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"");

    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|/\\*.*?\\*/|//[^\n]*");

    private JavaText() {}

    /** Without what stands in texts and comments. */
    static String codeOf(String source) {
        return STRING_OR_COMMENT.matcher(source).replaceAll("\"\"");
    }

    /** Where the parenthesis that opens here is closed. */
    static int closing(String source, int open) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfQuote(source, i);
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                if (--depth == 0) {
                    return i;
                }
            }
        }
        throw new ToolException(
                "A parenthesis is not closed: " + source.substring(open, Math.min(source.length(), open + 60)));
    }

    /** The parts between the commas of the outermost level, each without blanks around it. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfQuote(list, i);
            } else if ("([{<".indexOf(c) >= 0) {
                depth++;
            } else if (")]}>".indexOf(c) >= 0 && !(c == '>' && i > 0 && list.charAt(i - 1) == '-')) {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(list.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        String last = list.substring(begin).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    private static int endOfQuote(String source, int quote) {
        String delimiter = source.startsWith("\"\"\"", quote) ? "\"\"\"" : source.substring(quote, quote + 1);
        int end = source.indexOf(delimiter, quote + delimiter.length());
        while (end > 0 && delimiter.length() == 1 && escaped(source, end)) {
            end = source.indexOf(delimiter, end + 1);
        }
        return end < 0 ? source.length() : end + delimiter.length() - 1;
    }

    private static boolean escaped(String source, int at) {
        int slashes = 0;
        while (source.charAt(at - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
