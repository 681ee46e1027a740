package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.References.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What passes between modules is the same for both sides, and stays so. */
final class MutableExport {

    private static final Pattern COLLECTIONS = Pattern.compile(
            "java\\.util\\.(Collection|Sequenced\\w+|List|Set|SortedSet|NavigableSet|Map|SortedMap|NavigableMap)");
    private static final Pattern CHANGEABLE = Pattern.compile(
            "java\\.(lang\\.StringBuilder|util\\.(Date|Calendar|BitSet|ArrayList|(Linked)?Hash(Map|Set)|TreeMap|EnumMap|concurrent\\.atomic\\.\\w+))");
    private static final Pattern COPIES =
            Pattern.compile("copyOf|of|ofEntries|toList|collect|clone|empty\\w*|map|ofNullable");

    static Stream<CodeType> types(CodeBase code) {
        return Exports.of(code)
                .filter(it -> Exports.isData(code, it) || it.java().isAssignableTo(Throwable.class))
                .filter(it -> !it.isBean() && !it.simpleName().endsWith("Builder"));
    }

    void examine(CodeBase code, CodeType type, Findings findings) {
        List<JavaField> fields = type.java().getFields().stream()
                .filter(it -> !it.getName().contains("$"))
                .sorted(Comparator.comparing(JavaField::getName))
                .toList();
        fields.stream()
                .filter(MutableExport::isOpen)
                .forEach(it -> report(type, it, "is mutable", "Make it final; a record is shorter.", findings));
        List<JavaField> collections = fields.stream()
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC) && isCollection(it))
                .toList();
        if (collections.size() > copies(code, type)) {
            JavaField first = collections.getFirst();
            report(
                    type,
                    first,
                    "keeps a collection that its caller can change",
                    "Keep an unmodifiable copy of %s: in a constructor, by copyOf.".formatted(first.getName()),
                    findings);
        }
    }

    private static boolean isOpen(JavaField field) {
        boolean changeable = CHANGEABLE.matcher(field.getRawType().getName()).matches();
        boolean array = field.getRawType().isArray();
        return field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL))
                ? changeable || (array && field.getModifiers().contains(JavaModifier.PUBLIC))
                : changeable || array || !field.getModifiers().contains(JavaModifier.FINAL);
    }

    /** Also within an {@code Optional}. */
    private static boolean isCollection(JavaField field) {
        Stream<JavaClass> types = field.getRawType().getName().equals("java.util.Optional")
                ? field.getType().getAllInvolvedRawTypes().stream()
                : Stream.of(field.getRawType());
        return types.anyMatch(it -> COLLECTIONS.matcher(it.getName()).matches());
    }

    /** Calls in constructors that return a collection nobody else has, or a view of a new one; for which component is not followed. */
    private static long copies(CodeBase code, CodeType type) {
        // A table of them, which streams make, is not handed to the constructor.
        Stream<Call> ofConstants = type.callsIn(type.java().isEnum() ? "<clinit>" : "")
                .filter(it -> !it.owner().getPackageName().endsWith("stream"));
        List<Call> inside = Stream.concat(type.callsIn("<init>"), ofConstants).toList();
        long views = inside.stream()
                .filter(it -> it.name().startsWith("unmodifiable"))
                .count();
        return inside.stream().filter(it -> isCopy(it) || isHelper(code, it)).count()
                + Math.min(views, inside.stream().filter(MutableExport::isNew).count());
    }

    private static boolean isCopy(Call call) {
        return COPIES.matcher(call.name()).matches() && call.owner().getName().startsWith("java.util.");
    }

    private static boolean isNew(Call call) {
        return call.isConstruction() && call.owner().getName().startsWith("java.util.");
    }

    /** A method of the application's own that makes a copy, or has a library make it. */
    private static boolean isHelper(CodeBase code, Call call) {
        return COLLECTIONS.matcher(call.result().getName()).matches()
                && code.is(
                        call.owner(),
                        helper -> helper.callsIn(call.name())
                                .anyMatch(it ->
                                        isNew(it) || COPIES.matcher(it.name()).matches()));
    }

    private static void report(CodeType type, JavaField field, String fault, String instead, Findings findings) {
        findings.add(
                findings.at(type, field.getName(), 0),
                fault,
                "%s %s: %s %s.".formatted(type.inWords(), fault, Advice.simple(field.getType()), field.getName()),
                instead);
    }
}
