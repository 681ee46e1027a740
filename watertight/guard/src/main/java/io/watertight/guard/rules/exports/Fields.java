package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.exports.Copies.Kept;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the fields of data: final, of types that cannot be changed, and collections copied. */
final class Fields {

    private static final String WHY =
            "Modules hand each other the same object, not a copy: who changes it changes what the other one relies on.";
    private static final String COPY = "copyOf|toList|toUnmodifiable\\w*|unmodifiable\\w*";
    private static final Set<String> CHANGES = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "clear",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "merge",
            "put",
            "putAll",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeIf",
            "replace",
            "replaceAll",
            "set",
            "sort");

    private final Codebase code;
    private final Copies copies;

    Fields(Codebase code, Copies copies) {
        this.code = code;
        this.copies = copies;
    }

    void examine(CodeClass exported, Findings findings) {
        List<JavaField> fields = exported.type().getFields().stream()
                .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(it -> !(exported.type().isEnum() && it.getRawType().equals(exported.type())))
                .toList();
        Map<String, Kept> kept =
                fields.stream().anyMatch(Fields::isCollection) ? copies.putInto(exported.type()) : Map.of();
        for (JavaField field : fields) {
            if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                report(
                        exported,
                        field,
                        "can be given another value",
                        "Make it final, or make the type a record.",
                        findings);
            } else if (!isUnchangeable(exported, field.getRawType())) {
                report(
                        exported,
                        field,
                        "is of type %s, which can be changed"
                                .formatted(field.getRawType().getSimpleName()),
                        Reason.against(field.getRawType().getName()) == Reason.FRAMEWORK
                                        || field.getRawType().isArray()
                                ? "Keep values of the JDK, records, and List, Set or Map of them."
                                : Reason.against(field.getRawType().getName())
                                        .instead(field.getRawType().getName()),
                        findings);
            } else if (isCollection(field)) {
                examineCopy(exported, field, kept.getOrDefault(field.getName(), Kept.COPIED), findings);
            }
        }
    }

    private void examineCopy(CodeClass exported, JavaField field, Kept kept, Findings findings) {
        boolean hidden = field.getModifiers().contains(JavaModifier.PRIVATE)
                && field.getModifiers().contains(JavaModifier.STATIC);
        if (kept == Kept.SHARED && !hidden) {
            report(
                    exported,
                    field,
                    "is the collection that the caller keeps, not a copy",
                    copy(exported, field),
                    findings);
        } else if (kept == Kept.CHANGEABLE && !(hidden && isFilledOnce(exported))) {
            report(exported, field, "is a collection that can be changed", copy(exported, field), findings);
        } else if (!field.getModifiers().contains(JavaModifier.STATIC)
                && collectionsIn(field.getType()) > 1
                && !copiesInside(exported)) {
            report(
                    exported,
                    field,
                    "is copied, but the collections in it are not",
                    "Make the inner one a record of its own that copies; or copy each, as in %s.stream().map(List::copyOf).toList()."
                            .formatted(field.getName()),
                    findings);
        }
    }

    private void report(CodeClass exported, JavaField field, String what, String instead, Findings findings) {
        boolean component = exported.type().isRecord() && !field.getModifiers().contains(JavaModifier.STATIC);
        findings.violation(
                code.where(exported, field.getName()),
                "%s '%s' of %s, exported by %s, %s."
                        .formatted(
                                component ? "Component" : "Field",
                                field.getName(),
                                exported.simpleName(),
                                Exports.exporterOf(exported),
                                what),
                WHY,
                instead);
    }

    private static String copy(CodeClass exported, JavaField field) {
        String name = field.getName();
        String type = field.getRawType().getSimpleName();
        String copied = switch (type) {
            case "List", "Collection", "SequencedCollection" -> "List.copyOf(%s)";
            case "Set" -> "Set.copyOf(%s)";
            case "Map" -> "Map.copyOf(%s)";
            case "Optional" -> "%s.map(" + collectionIn(field) + "::copyOf)";
            case "SortedSet", "NavigableSet", "SequencedSet" ->
                "Collections.unmodifiable" + type + "(new " + (type.startsWith("Seq") ? "LinkedHash" : "Tree")
                        + "Set<>(%s))";
            default ->
                "Collections.unmodifiable" + type + "(new " + (type.startsWith("Seq") ? "LinkedHash" : "Tree")
                        + "Map<>(%s))";
        };
        boolean nullable = exported.facts().notes().stream()
                .anyMatch(it -> name.equals(it.place().member()) && it.type().endsWith(".Nullable"));
        String value = (nullable ? name + " == null ? null : " : "") + copied.formatted(name);
        if (field.getModifiers().contains(JavaModifier.STATIC)) {
            return "Make it a %s.of(...) or a copy: copyOf, toList(), Collectors.toUnmodifiable%s."
                    .formatted(type, type);
        }
        return exported.type().isRecord()
                ? "public %s { %s = %s; }".formatted(exported.type().getSimpleName(), name, value)
                : "this.%s = %s;".formatted(name, value);
    }

    /** A table that an enum looks itself up in is filled when the class is loaded, and read from then on. */
    private static boolean isFilledOnce(CodeClass exported) {
        return exported.facts().calls().stream()
                .filter(it -> it.owner().startsWith("java.util.") && it.isOneOf(CHANGES))
                .allMatch(it -> String.valueOf(it.place().member()).matches("<clinit>|lambda\\$static\\$\\d+"));
    }

    private boolean isUnchangeable(CodeClass exported, JavaClass type) {
        String name = type.getName();
        if (type.isPrimitive() || ValueTypes.isValue(name) || ValueTypes.isHolder(name)) {
            return true;
        }
        if (type.isArray()
                || (Reason.against(name) == Reason.MUTABLE && code.find(name).isEmpty())) {
            return false;
        }
        // A component's type is shown, and "exported-types" tells what is wrong with it.
        return exported.type().isRecord()
                || code.find(name)
                        .filter(it -> code.isExported(it)
                                || it.type().isRecord()
                                || it.type().isEnum())
                        .isPresent()
                || name.startsWith("java.util.function.")
                || name.startsWith("java.lang.");
    }

    private static boolean isCollection(JavaField field) {
        return ValueTypes.isCollection(field.getRawType().getName())
                || (ValueTypes.isHolder(field.getRawType().getName()) && collectionsIn(field.getType()) > 0);
    }

    private static String collectionIn(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .map(JavaClass::getSimpleName)
                .filter(it -> it.matches("List|Set|Map"))
                .findFirst()
                .orElse("List");
    }

    private static int collectionsIn(JavaType type) {
        return (ValueTypes.isCollection(type.toErasure().getName()) ? 1 : 0)
                + (type instanceof JavaParameterizedType it
                        ? it.getActualTypeArguments().stream()
                                .mapToInt(Fields::collectionsIn)
                                .sum()
                        : 0);
    }

    /** Each element is copied in a lambda or by a reference; or there is one copy for each collection that is written down. */
    private static boolean copiesInside(CodeClass exported) {
        List<Call> copies = exported.facts().calls().stream()
                .filter(it -> it.method().matches(COPY))
                .toList();
        int wanted = exported.type().getFields().stream()
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .mapToInt(it -> collectionsIn(it.getType()))
                .sum();
        return copies.size() >= wanted
                || copies.stream()
                        .anyMatch(it -> it.reference()
                                || String.valueOf(it.place().member()).startsWith("lambda$"));
    }
}
