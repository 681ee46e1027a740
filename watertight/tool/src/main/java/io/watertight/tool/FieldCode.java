package io.watertight.tool;

import java.util.HashMap;
import java.util.Map;

/** What the pattern's files say of one field, in the words of Java, SQL, JSON and HTML. */
final class FieldCode {

    private final Words thing;
    private final Field field;

    FieldCode(Words thing, Field field) {
        this.thing = thing;
        this.field = field;
    }

    /** By the names that the templates use. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("field", field.camel());
        values.put("Field", field.name().pascal());
        values.put("label", field.name().label());
        values.put("spaced", field.name().spaced());
        values.put("stored", stored());
        values.put("commanded", commanded());
        values.put("sample", Samples.java(field, enumType(), false));
        values.put("otherSample", Samples.java(field, enumType(), true));
        values.put("input", HtmlInput.of(field));
        values.put("shown", HtmlInput.shown(thing.camel(), field));
        values.put("optional", field.optional() ? "yes" : "");
        values.put("enumType", enumType());
        return values;
    }

    String javaType() {
        return switch (field.type()) {
            case ENUM -> enumType();
            case LIST -> "List<" + field.target() + ">";
            default -> field.type().javaType(field.optional());
        };
    }

    String enumType() {
        return field.type() == FieldType.ENUM ? thing.pascal() + field.name().pascal() : "";
    }

    /** As a component of the aggregate or a DTO. */
    String stored() {
        return nullable() + javaType() + " " + field.camel();
    }

    /** As a component of a command, which says what is allowed. */
    String commanded() {
        return constraints() + nullable() + javaType() + " " + field.camel();
    }

    private String constraints() {
        boolean optional = field.optional();
        String notNull = optional || field.type().isPrimitive() ? "" : "@NotNull ";
        return switch (field.type()) {
            case TEXT, REFERENCE -> optional ? "@Size(min = 1, max = 200) " : "@NotBlank @Size(max = 200) ";
            case DECIMAL -> notNull + "@Digits(integer = 15, fraction = 4) ";
            default -> notNull;
        };
    }

    private String nullable() {
        return field.optional() ? "@Nullable " : "";
    }
}
