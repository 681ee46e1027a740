package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A record in the text of a Java file: its components, and the calls of its constructor anywhere. */
record RecordSource(String name, List<String> components) {

    static Optional<RecordSource> find(String source, String name) {
        Matcher header = header(name).matcher(source);
        if (!header.find()) {
            return Optional.empty();
        }
        int open = header.end() - 1;
        return Optional.of(
                new RecordSource(name, JavaText.split(source.substring(open + 1, JavaText.closing(source, open)))));
    }

    /** The name of each component, without type and annotations. */
    List<String> names() {
        return components.stream()
                .map(it -> it.substring(it.lastIndexOf(' ') + 1))
                .toList();
    }

    int indexOf(String component) {
        return names().indexOf(component);
    }

    /** The file with these components instead. */
    String replaceHeader(String source, List<String> changed) {
        Matcher header = header(name).matcher(source);
        if (!header.find()) {
            return source;
        }
        int begin = source.lastIndexOf('\n', header.start()) + 1;
        int close = JavaText.closing(source, header.end() - 1);
        int end = source.indexOf('\n', source.indexOf('{', close));
        String joined = changed.stream().map(RecordSource::onOneLine).collect(Collectors.joining(", "));
        String line = source.substring(begin, header.end()) + joined + onOneLine(source.substring(close, end));
        return source.substring(0, begin) + JavaLayout.wrap(line) + source.substring(end);
    }

    /** The file with the arguments of each call of the constructor changed, laid out anew where that is simple. */
    String replaceCalls(String source, UnaryOperator<List<String>> change) {
        return replaceCalls(source, "new " + name + "(", components.size(), change);
    }

    /**
     * @param call its name and opening parenthesis
     * @param count how many arguments a call has that is meant; -1 for any
     */
    static String replaceCalls(String source, String call, int count, UnaryOperator<List<String>> change) {
        StringBuilder changed = new StringBuilder(source);
        for (int at = changed.indexOf(call); at >= 0; at = changed.indexOf(call, at + call.length())) {
            int open = at + call.length() - 1;
            int close = JavaText.closing(changed.toString(), open);
            List<String> arguments = JavaText.split(changed.substring(open + 1, close));
            if (count < 0 || arguments.size() == count) {
                String list = change.apply(new ArrayList<>(arguments)).stream().collect(Collectors.joining(", "));
                at = replace(changed, at, close, call + list + ")");
            }
        }
        return changed.toString();
    }

    /** {@return where to go on} */
    private static int replace(StringBuilder source, int at, int close, String call) {
        int begin = source.lastIndexOf("\n", at) + 1;
        if (source.substring(begin, at).isBlank()
                && source.substring(0, begin).stripTrailing().endsWith("=")) {
            begin = source.lastIndexOf("\n", begin - 2) + 1;
        }
        String before = source.substring(begin, at);
        boolean statement = source.charAt(close + 1) == ';' && before.matches("(?s)\\s*(return |[^(]*?=\\s+)");
        if (!statement) {
            source.replace(at, close + 1, call);
            return at;
        }
        String margin =
                before.substring(0, before.length() - before.stripLeading().length());
        source.replace(begin, close + 2, JavaLayout.wrap(margin + onOneLine(before) + " " + call + ";"));
        return source.indexOf(call, begin);
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static Pattern header(String name) {
        return Pattern.compile("\\brecord " + name + "\\(");
    }
}
