package io.watertight.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody types for a field: {@code name:type}, with {@code ?} if it may be absent and {@code !unique} for the key. */
final class FieldSyntax {

    /** The types of a field that has one value. */
    static final String PLAIN_HELP = """
            A field is name:type, in quotes where the shell would interpret it. Types:
              text int long decimal money boolean date instant uuid
              enum(OPEN,CLOSED)                     one of these values""";

    static final String HELP = PLAIN_HELP + """

              suppliers.Supplier                    the key of another module's Supplier, checked with that module's service
              list(Stop,place:text,at:instant)      records that belong to this one
            A ? after the type makes the field optional, !unique makes it the natural key, as in 'number:text!unique'.""";

    private static final Pattern FORM = Pattern.compile("([^:]+):(.+?)(\\?)?(!unique)?(\\?)?");
    private static final Pattern ENUM = Pattern.compile("enum\\((.*)\\)");
    private static final Pattern LIST = Pattern.compile("list\\((.*)\\)");
    private static final Pattern REFERENCE = Pattern.compile("([a-z][a-z0-9]*)\\.([A-Z][A-Za-z0-9]*)");

    private FieldSyntax() {}

    static List<Field> parseAll(List<String> texts) {
        Set<String> taken = new HashSet<>();
        List<Field> fields = new ArrayList<>();
        for (String text : texts) {
            Field field = parse(text);
            Names.checkField(field.camel(), taken);
            taken.add(field.camel());
            fields.add(field);
        }
        if (fields.stream().filter(Field::unique).count() > 1) {
            throw new ToolException(
                    "Only one field can be the natural key; the rest can get a unique index in a migration.");
        }
        return List.copyOf(fields);
    }

    static Field parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw ToolException.misuse("'" + text + "' is not a field; write name:type, as in title:text.");
        }
        String name = form.group(1);
        boolean optional = form.group(3) != null || form.group(5) != null;
        boolean unique = form.group(4) != null;
        Field.requireSpelling(name);
        return checked(typed(name, form.group(2), optional, unique), text);
    }

    private static Field typed(String name, String type, boolean optional, boolean unique) {
        Words words = Words.of(name);
        Matcher matcher = ENUM.matcher(type);
        if (matcher.matches()) {
            return new Field(words, FieldType.ENUM, optional, unique, values(matcher.group(1)), "", "", List.of());
        }
        matcher = REFERENCE.matcher(type);
        if (matcher.matches()) {
            return new Field(
                    words,
                    FieldType.REFERENCE,
                    optional,
                    unique,
                    List.of(),
                    matcher.group(1),
                    matcher.group(2),
                    List.of());
        }
        matcher = LIST.matcher(type);
        if (matcher.matches()) {
            List<String> parts = JavaText.split(matcher.group(1));
            if (parts.size() < 2) {
                throw ToolException.misuse("A list needs a type and its fields, as in list(Stop,place:text).");
            }
            Names.checkType(parts.get(0), Set.of());
            List<Field> children = parseAll(parts.subList(1, parts.size()));
            return new Field(words, FieldType.LIST, optional, unique, List.of(), "", parts.get(0), children);
        }
        return Field.simple(name, FieldType.named(type), optional, unique);
    }

    private static Field checked(Field field, String text) {
        if (field.unique() || field.type() == FieldType.LIST) {
            Names.checkVariable(field.camel());
        }
        if (field.unique() && field.optional()) {
            throw new ToolException("'" + text + "' cannot be the key: a key is never absent, so leave out the ?.");
        }
        if (field.unique() && !field.type().canBeKey()) {
            throw new ToolException("'" + text + "' cannot be the key: its type has to be text, int, long or uuid.");
        }
        if (field.type() == FieldType.LIST && field.optional()) {
            throw new ToolException("'" + text + "' is a list and cannot be optional; leave out the ?.");
        }
        if (field.children().stream()
                .anyMatch(it -> it.type() == FieldType.LIST || it.type() == FieldType.REFERENCE || it.unique())) {
            throw new ToolException(
                    "The records of '" + field.camel() + "' have plain fields only: no lists, keys or references.");
        }
        return field;
    }

    private static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        for (String value : JavaText.split(list)) {
            if (!value.matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw new ToolException("'" + value
                        + "' cannot be a value of an enum: it has to be a word such as OPEN or IN_PROGRESS.");
            }
            String upper = value.toUpperCase(Locale.ROOT);
            if (values.contains(upper)) {
                throw new ToolException("The value " + upper + " appears twice.");
            }
            values.add(upper);
        }
        if (values.isEmpty()) {
            throw ToolException.misuse("An enum needs its values, as in enum(OPEN,CLOSED).");
        }
        return List.copyOf(values);
    }
}
