package io.watertight.tool;

import java.util.stream.Collectors;

/** How a field is typed and shown on a page. */
final class HtmlInput {

    private HtmlInput() {}

    /** The element that takes it; the value comes from a record called {@code edit}, which may be missing. */
    static String of(Field field) {
        String required = field.optional() ? "" : " required";
        String name = field.camel();
        return switch (field.type()) {
            case ENUM ->
                select(
                        field,
                        field.values().stream()
                                .map(it -> option(
                                        name, it, Words.of(it).label(), "edit?.%s?.name() == '%s'".formatted(name, it)))
                                .collect(Collectors.joining("\n")));
            case BOOLEAN ->
                select(
                        field,
                        option(name, "true", "Yes", "edit?.%s == true".formatted(name)) + "\n"
                                + option(name, "false", "No", "edit?.%s == false".formatted(name)));
            case MONEY -> money(field, required);
            default ->
                "    <input id=\"%s\" name=\"%s\"%s%s autocomplete=\"off\" th:value=\"${edit?.%s}\">"
                        .formatted(name, name, kind(field), required, name);
        };
    }

    /** The expression that shows it. */
    static String shown(String thing, Field field) {
        String path = thing + "." + field.camel();
        return switch (field.type()) {
            case BOOLEAN ->
                field.optional()
                        ? "${%s} == null ? '' : (${%s} ? 'yes' : 'no')".formatted(path, path)
                        : "${%s} ? 'yes' : 'no'".formatted(path);
            case ENUM ->
                field.optional()
                        ? "${%s == null ? '' : %s.name().toLowerCase().replace('_', ' ')}".formatted(path, path)
                        : "${%s.name().toLowerCase().replace('_', ' ')}".formatted(path);
            // With the conversions of the application, which print them for people.
            case INSTANT, MONEY -> "${{" + path + "}}";
            default -> "${" + path + "}";
        };
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case INT, LONG -> " type=\"number\" step=\"1\"";
            case DECIMAL -> " inputmode=\"decimal\"";
            case DATE -> " type=\"date\"";
            case INSTANT -> " placeholder=\"2026-11-28T10:00:00Z\"";
            case UUID -> " maxlength=\"36\"";
            default -> " maxlength=\"200\"";
        };
    }

    private static String select(Field field, String options) {
        String none = field.optional() ? "      <option value=\"\">Not known</option>\n" : "";
        return "    <select id=\"%s\" name=\"%s\">\n%s%s\n    </select>"
                .formatted(field.camel(), field.camel(), none, options);
    }

    private static String option(String name, String value, String label, String selected) {
        return "      <option value=\"%s\" th:selected=\"${%s}\">%s</option>".formatted(value, selected, label);
    }

    private static String money(Field field, String required) {
        String name = field.camel();
        return """
                    <input id="%1$s" name="%1$s.amount" data-part="%1$s" inputmode="decimal"%2$s autocomplete="off" th:value="${edit?.%1$s?.amount?.toPlainString()}"></div>
                  <div class="field"><label for="%1$s-currency">Currency</label>
                    <input id="%1$s-currency" name="%1$s.currency"%2$s minlength="3" maxlength="3" size="4" autocapitalize="characters" th:value="${edit?.%1$s?.currency}">
                """.formatted(name, required).stripTrailing();
    }
}
