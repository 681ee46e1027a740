package io.watertight.tool;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field's places in a page: the heads and cells of tables, lists of facts, and forms. */
record FieldTemplate(Words thing, String anchor) {

    /** With another field behind the anchor in each of them. */
    String insert(String html, Map<String, String> field) {
        String label = Words.of(anchor).label();
        String page = html;
        if (hasCells(html)) {
            page = behind(page, head(), "<th scope=\"col\">" + field.get("label") + "</th>");
        }
        page = behind(
                page,
                cell(),
                "<td data-label=\"%s\" th:text=\"%s\">%s</td>"
                        .formatted(field.get("label"), field.get("shown"), field.get("label")));
        page = behind(
                page,
                "<dt>" + label + "</dt><dd[^>]*>[^<]*</dd>",
                "<dt>%s</dt><dd th:text=\"%s\">%s</dd>"
                        .formatted(field.get("label"), field.get("shown"), field.get("label")));
        return takesValuesOfItsOwn(html)
                ? page
                : behind(
                        page,
                        formField(),
                        "<div class=\"field\"><label for=\"%s\">%s</label>\n%s</div>"
                                .formatted(field.get("field"), field.get("label"), field.get("input")));
    }

    /** Whether a page has a form or a list with the anchor, into which another field does not fit by the pattern. */
    boolean isOfItsOwn(String path, String html) {
        boolean list = !path.endsWith("/" + thing.kebab() + ".html")
                && Pattern.compile(head()).matcher(html).find();
        return takesValuesOfItsOwn(html) || list && !hasCells(html);
    }

    /** A form shows what is in the record {@code edit}, or nothing; another one has its values from somewhere else. */
    private boolean takesValuesOfItsOwn(String html) {
        return Pattern.compile(formField())
                .matcher(html)
                .results()
                .anyMatch(it -> it.group().contains("${") && !it.group().contains("edit?."));
    }

    private boolean hasCells(String html) {
        return Pattern.compile(cell()).matcher(html).find();
    }

    String remove(String html) {
        String label = Words.of(anchor).label();
        String page = html;
        for (String place : new String[] {head(), cell(), "<dt>" + label + "</dt><dd[^>]*>[^<]*</dd>", formField()}) {
            page = page.replaceAll("(?m)^[ \\t]*" + place + "\\n", "").replaceAll(place, "");
        }
        return page;
    }

    private String head() {
        return "<th scope=\"col\"[^>]*>" + Words.of(anchor).label() + "</th>";
    }

    private String cell() {
        return "<td[^>]*\\$\\{\\{?" + thing.camel() + "\\." + anchor + "\\b[^>]*>[^<]*</td>";
    }

    /** Its label and everything up to the next field or the end of the group. */
    private String formField() {
        return "<div class=\"field\"><label for=\"" + anchor
                + "\">(?:(?!\\n\\s*(?:<div class=\"field\"><label for=\"(?!" + anchor
                + "-)|</th:block>|<div class=\"actions\">))[\\s\\S])*";
    }

    private static String behind(String page, String place, String addition) {
        Matcher matcher = Pattern.compile("(?m)(^[ \\t]*)?" + place).matcher(page);
        return matcher.replaceAll(it -> {
            String margin = it.group(1);
            return Matcher.quoteReplacement(it.group() + (margin == null ? "" : "\n" + margin) + addition);
        });
    }
}
