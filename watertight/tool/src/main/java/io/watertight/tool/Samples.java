package io.watertight.tool;

/** Values for tests; the other one is for a change. */
final class Samples {

    private Samples() {}

    static String java(Field field, String enumType, boolean other) {
        return switch (field.type()) {
            case TEXT -> "\"" + text(field, other) + "\"";
            case INT -> other ? "7" : "3";
            case LONG -> other ? "7L" : "3L";
            case DECIMAL -> "new BigDecimal(\"" + (other ? "7.25" : "2.50") + "\")";
            case MONEY -> "Money.of(\"" + (other ? "7.25" : "2.50") + "\", \"EUR\")";
            case BOOLEAN -> String.valueOf(!other);
            case DATE -> "LocalDate.of(2026, " + (other ? "12, 24" : "11, 28") + ")";
            case INSTANT -> "Instant.parse(\"2026-11-28T1" + (other ? "2" : "0") + ":00:00Z\")";
            case UUID -> "UUID.fromString(\"" + uuid(other) + "\")";
            case ENUM ->
                enumType + "." + field.values().get(other ? field.values().size() - 1 : 0);
            case REFERENCE -> "\"" + (other ? "K-2" : "K-1") + "\"";
            case LIST -> "List.of()";
        };
    }

    static String json(Field field, boolean other) {
        return switch (field.type()) {
            case TEXT -> "\"" + text(field, other) + "\"";
            case INT, LONG -> other ? "7" : "3";
            case DECIMAL -> other ? "7.25" : "2.50";
            case MONEY -> "{\"amount\":\"" + (other ? "7.25" : "2.50") + "\",\"currency\":\"EUR\"}";
            case BOOLEAN -> String.valueOf(!other);
            case DATE -> "\"2026-" + (other ? "12-24" : "11-28") + "\"";
            case INSTANT -> "\"2026-11-28T1" + (other ? "2" : "0") + ":00:00Z\"";
            case UUID -> "\"" + uuid(other) + "\"";
            case ENUM -> "\"" + field.values().get(other ? field.values().size() - 1 : 0) + "\"";
            case REFERENCE -> "\"" + (other ? "K-2" : "K-1") + "\"";
            case LIST -> "[]";
        };
    }

    private static String text(Field field, boolean other) {
        return (other ? "Another " : "Some ") + field.name().spaced();
    }

    private static String uuid(boolean other) {
        return (other ? "22222222" : "11111111") + "-0000-4000-8000-000000000000";
    }
}
