package io.watertight.guard.rules.detours;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One expression in Spring's language, as far as it reaches beyond what it was handed.
 *
 * @param beans that it names
 * @param types that it names
 * @param reflective whether it asks an object for its class
 */
record Expression(Set<String> beans, Set<String> types, boolean reflective) {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|\\$\\{[^{}]*}");
    private static final Pattern BEAN = Pattern.compile("(?<![\\w.])[@&](?:'([^']+)'|([A-Za-z_][\\w.]*))");
    private static final Pattern TYPE = Pattern.compile("(?<!\\w)T\\(\\s*([\\w.$]+)");
    private static final Pattern NEW = Pattern.compile("(?<![\\w.#])new\\s+([\\w.$]+)");
    private static final Pattern REFLECTIVE =
            Pattern.compile("\\.class\\b|\\bgetClass\\b|\\bforName\\b|\\bclassLoader\\b");
    private static final Pattern ROOT_NAME = Pattern.compile("(?<![\\w.#@&$]|\\?\\.)[A-Za-z_]\\w*(?!\\w*\\s*\\()");
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "instanceof",
            "matches",
            "between",
            "new",
            "T");

    Expression {
        beans = Set.copyOf(beans);
        types = Set.copyOf(types);
    }

    /**
     * {@return what the text says}
     *
     * @param namesAreBeans whether a name that follows nothing is a bean's, as in {@code @Value}
     */
    static Expression of(String text, boolean namesAreBeans) {
        Set<String> beans = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        Matcher bean = BEAN.matcher(text);
        while (bean.find()) {
            beans.add(bean.group(1) != null ? bean.group(1) : bean.group(2).replaceFirst("\\..*", ""));
        }
        String bare = LITERAL.matcher(text).replaceAll("''");
        Stream.of(TYPE, NEW).map(it -> it.matcher(bare)).forEach(it -> {
            while (it.find()) {
                types.add(it.group(1));
            }
        });
        if (namesAreBeans) {
            Matcher name = ROOT_NAME.matcher(
                    TYPE.matcher(NEW.matcher(bare).replaceAll("''")).replaceAll("''"));
            while (name.find()) {
                if (!WORDS.contains(name.group())) {
                    beans.add(name.group());
                }
            }
        }
        return new Expression(beans, types, REFLECTIVE.matcher(bare).find());
    }

    /** {@return the expressions in a text that starts them so, without what is around them} */
    static List<String> within(String text, String start) {
        Stream.Builder<String> found = Stream.builder();
        int at = text.indexOf(start);
        while (at >= 0) {
            int depth = 1;
            int end = at + start.length();
            while (end < text.length() && depth > 0) {
                depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
                end++;
            }
            found.add(text.substring(at + start.length(), depth == 0 ? end - 1 : end));
            at = text.indexOf(start, end);
        }
        return found.build().toList();
    }
}
