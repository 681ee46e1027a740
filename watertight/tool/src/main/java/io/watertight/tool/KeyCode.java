package io.watertight.tool;

import java.util.HashMap;
import java.util.Map;

/** What the pattern's files say of the key. */
record KeyCode(Field key) {

    /**
     * @param initial the first letter of keys that tests make
     */
    Map<String, String> values(String initial) {
        Map<String, String> values = new HashMap<>();
        values.put("keyStart", start());
        values.put("keyParsed", parsed());
        values.put(
                "keyText",
                key.type() == FieldType.TEXT
                        ? "last." + key.camel() + "()"
                        : "String.valueOf(last." + key.camel() + "())");
        values.put("unknownKey", unknown());
        values.put(
                "unknownKeyText",
                key.type() == FieldType.UUID
                        ? "00000000-0000-4000-8000-000000000000"
                        : key.type() == FieldType.TEXT ? "NOTHING" : "0");
        values.put("keyJson", key.type() == FieldType.UUID ? key.camel() + ".toString()" : key.camel());
        values.put("freshT", fresh(initial + "-"));
        values.put("freshA", fresh("A" + initial + "-"));
        values.put("firstNumber", key.type() == FieldType.TEXT ? "" : "1_000_000");
        return values;
    }

    private String start() {
        return switch (key.type()) {
            case INT -> "Integer.MIN_VALUE";
            case LONG -> "Long.MIN_VALUE";
            case UUID -> "new UUID(0, 0)";
            default -> "\"\"";
        };
    }

    private String parsed() {
        String text = "Cursor.decode(LIST, cursor, 1).key().getFirst()";
        return switch (key.type()) {
            case INT -> "Integer.parseInt(" + text + ")";
            case LONG -> "Long.parseLong(" + text + ")";
            case UUID -> "UUID.fromString(" + text + ")";
            default -> text;
        };
    }

    private String unknown() {
        return switch (key.type()) {
            case INT, LONG -> "0";
            case UUID -> "new UUID(0, 0)";
            default -> "\"NOTHING\"";
        };
    }

    private String fresh(String prefix) {
        return switch (key.type()) {
            case INT, LONG -> "NEXT.incrementAndGet()";
            case UUID -> "UUID.randomUUID()";
            default -> "\"" + prefix + "\" + NEXT.incrementAndGet()";
        };
    }
}
