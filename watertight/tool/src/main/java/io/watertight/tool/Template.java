package io.watertight.tool;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of the pattern with marks in it. {@code {{name}}} is a value; lines between {@code {{#if name}}} or
 * {@code {{#unless name}}} and {@code {{/if}}} stand if it does, or does not, have one; lines between {@code {{#each list}}} and {@code {{/each}}} stand for
 * each item; and {@code {{*list: text}}*}} joins the text of each item by commas.
 */
final class Template {

    private static final Pattern VALUE = Pattern.compile("\\{\\{([\\w.]+)}}");
    private static final Pattern JOINED = Pattern.compile("\\{\\{\\*(\\w+): (.*?)\\*}}");
    private static final Pattern BLOCK = Pattern.compile("\\s*\\{\\{#(if|unless|each) ([\\w.]+)}}\\s*");

    private Template() {}

    static String render(String template, Model model) {
        StringBuilder out = new StringBuilder();
        render(template.lines().toList(), model, out);
        return out.toString();
    }

    private static void render(List<String> lines, Model model, StringBuilder out) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher block = BLOCK.matcher(lines.get(i));
            if (!block.matches()) {
                out.append(line(lines.get(i), model)).append('\n');
                continue;
            }
            int end = endOfBlock(lines, i);
            List<String> inside = lines.subList(i + 1, end);
            String name = block.group(2);
            if (block.group(1).equals("each")) {
                model.list(name).forEach(item -> render(inside, model.with(item), out));
            } else if (model.has(name) == block.group(1).equals("if")) {
                render(inside, model, out);
            }
            i = end;
        }
    }

    private static int endOfBlock(List<String> lines, int begin) {
        int depth = 0;
        for (int i = begin; i < lines.size(); i++) {
            if (BLOCK.matcher(lines.get(i)).matches()) {
                depth++;
            } else if (lines.get(i).strip().matches("\\{\\{/\\w+}}") && --depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("A block is not closed: " + lines.get(begin));
    }

    private static String line(String line, Model model) {
        String joined = JOINED.matcher(line)
                .replaceAll(it -> Matcher.quoteReplacement(model.list(it.group(1)).stream()
                        .map(item -> line(it.group(2), model.with(item)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "))));
        return VALUE.matcher(joined).replaceAll(it -> Matcher.quoteReplacement(model.value(it.group(1))));
    }

    /**
     * What the marks stand for.
     *
     * @param values by name; an empty one counts as absent
     * @param lists of such values, by name
     */
    record Model(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {

        boolean has(String name) {
            return lists.containsKey(name)
                    ? !list(name).isEmpty()
                    : !values.getOrDefault(name, "").isEmpty();
        }

        String value(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("The pattern asks for {{" + name + "}}, which nothing gives");
            }
            return value;
        }

        List<Map<String, String>> list(String name) {
            List<Map<String, String>> list = lists.get(name);
            if (list == null) {
                throw new IllegalStateException("The pattern asks for the list " + name + ", which nothing gives");
            }
            return list;
        }

        Model with(Map<String, String> item) {
            Map<String, String> all = new java.util.HashMap<>(values);
            all.putAll(item);
            return new Model(all, lists);
        }
    }
}
