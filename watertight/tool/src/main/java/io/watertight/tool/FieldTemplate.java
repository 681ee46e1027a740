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
        page = behind(
                page, "<th scope=\"col\"[^>]*>" + label + "</th>", "<th scope=\"col\">" + field.get("label") + "</th>");
        page = behind(
                page,
                "<td[^>]*" + path() + "[^>]*>[^<]*</td>",
                "<td data-label=\"%s\" th:text=\"%s\">%s</td>"
                        .formatted(field.get("label"), field.get("shown"), field.get("label")));
        page = behind(
                page,
                "<dt>" + label + "</dt><dd[^>]*>[^<]*</dd>",
                "<dt>%s</dt><dd th:text=\"%s\">%s</dd>"
                        .formatted(field.get("label"), field.get("shown"), field.get("label")));
        return behind(
                page,
                formField(),
                "<div class=\"field\"><label for=\"%s\">%s</label>\n%s</div>"
                        .formatted(field.get("field"), field.get("label"), field.get("input")));
    }

    String remove(String html) {
        String label = Words.of(anchor).label();
        String page = html;
        for (String place : new String[] {
            "<th scope=\"col\"[^>]*>" + label + "</th>",
            "<td[^>]*" + path() + "[^>]*>[^<]*</td>",
            "<dt>" + label + "</dt><dd[^>]*>[^<]*</dd>",
            formField()
        }) {
            page = page.replaceAll("(?m)^[ \\t]*" + place + "\\n", "").replaceAll(place, "");
        }
        return page;
    }

    private String path() {
        return "\\$\\{" + thing.camel() + "\\." + anchor + "\\b";
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
