package io.watertight.guard.rules.exports;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Call;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What passes between modules is the same for both sides, and stays so. */
final class MutableExport {

    private static final Pattern COLLECTIONS = Pattern.compile(
            "java\\.util\\.(Collection|Sequenced\\w+|List|Set|SortedSet|NavigableSet|Map|SortedMap|NavigableMap|Optional)");
    private static final Set<String> CHANGEABLE = Set.of(
            "java.util.Date",
            "java.util.Calendar",
            "java.lang.StringBuilder",
            "java.util.BitSet",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.TreeMap",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.EnumMap");
    private static final Pattern COPIES =
            Pattern.compile("copyOf|of|ofEntries|unmodifiable\\w+|toList|collect|clone|empty\\w*|map|ofNullable");

    private static final Set<String> COPIED_BY_THEMSELVES = Set.of("List", "Set", "Map");

    private MutableExport() {}

    static void examine(CodeBase code, Findings findings) {
        Exports.of(code).forEach(type -> {
            JavaClass java = type.java();
            boolean data = Exports.isData(code, type) || java.isAssignableTo(Throwable.class);
            if (!data || type.isBean() || type.simpleName().endsWith("Builder")) {
                examineWiring(code, type, findings);
                return;
            }
            findings.examined(type);
            List<JavaField> fields = java.getFields().stream()
                    .filter(it -> !it.getName().contains("$"))
                    .sorted(Comparator.comparing(JavaField::getName))
                    .toList();
            fields.stream()
                    .filter(it -> isOpen(it))
                    .forEach(it -> report(
                            type,
                            it,
                            "can be changed after it was made",
                            "Make it final; a record is shorter.",
                            findings));
            long collections = fields.stream()
                    .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                    .filter(MutableExport::isCollection)
                    .count();
            if (collections > copies(code, type)) {
                fields.stream()
                        .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC) && isCollection(it))
                        .findFirst()
                        .ifPresent(it -> report(
                                type, it, "keeps a collection that somebody else can change", copy(it), findings));
            }
        });
    }

    /** A bean or a configuration that a module exports is neither data nor a service that others should name. */
    private static void examineWiring(CodeBase code, CodeType type, Findings findings) {
        boolean properties = type.is("org.springframework.boot.context.properties.ConfigurationProperties");
        boolean configuration = type.is("org.springframework.context.annotation.Configuration");
        if (type.isInBusiness()
                && (properties || configuration)
                && !code.mainClass().equals(type.name())) {
            findings.examined(type);
            findings.add(
                    findings.at(type),
                    "configuration",
                    "%s is configuration, and exported.".formatted(type.inWords()),
                    "How a module is put together is nobody else's, and changes without notice.",
                    "Move it into the module's inside, without 'public'.");
        }
    }

    private static boolean isOpen(JavaField field) {
        boolean constant = field.getModifiers().contains(JavaModifier.STATIC)
                && field.getModifiers().contains(JavaModifier.FINAL);
        if (constant) {
            return field.getRawType().isArray() && field.getModifiers().contains(JavaModifier.PUBLIC)
                    || CHANGEABLE.contains(field.getRawType().getName());
        }
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || CHANGEABLE.contains(field.getRawType().getName())
                || field.getRawType().isArray();
    }

    private static boolean isCollection(JavaField field) {
        String type = field.getRawType().getName();
        return type.equals("java.util.Optional")
                ? field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(it -> !it.getName().equals("java.util.Optional")
                                && COLLECTIONS.matcher(it.getName()).matches())
                : COLLECTIONS.matcher(type).matches();
    }

    private static String copy(JavaField field) {
        String type = field.getRawType().getSimpleName();
        return "Copy it in the constructor: "
                + (COPIED_BY_THEMSELVES.contains(type)
                        ? "%s = %s.copyOf(%s);".formatted(field.getName(), type, field.getName())
                        : "keep an unmodifiable copy of %s.".formatted(field.getName()));
    }

    /** Calls in constructors that give back a collection which nobody else has; which of them is for which is not followed. */
    private static long copies(CodeBase code, CodeType type) {
        return type.calls().stream()
                .filter(it -> it.member().equals("<init>"))
                .filter(it -> isCopy(code, it))
                .count();
    }

    private static boolean isCopy(CodeBase code, Call call) {
        String owner = call.owner().getName();
        return (COPIES.matcher(call.name()).matches() && owner.startsWith("java.util."))
                || (code.find(owner).isPresent() && call.fullName().contains("java.util."));
    }

    private static void report(CodeType type, JavaMember member, String fault, String instead, Findings findings) {
        findings.add(
                findings.at(type, member.getName(), 0),
                fault,
                "%s %s: %s %s."
                        .formatted(
                                type.inWords(),
                                fault,
                                member instanceof JavaField it ? Advice.simple(it.getType()) : "",
                                member.getName()),
                "Two modules hold it at once: what one of them changes, the other one has changed as well.",
                instead);
    }
}
