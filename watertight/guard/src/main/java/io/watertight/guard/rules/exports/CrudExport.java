package io.watertight.guard.rules.exports;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.rules.Findings;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that stores what it is given is a table with another name. */
final class CrudExport {

    private static final String WHY =
            "Whoever may save anything decides alone what is valid: the rules that belong to a change are nowhere, or"
                    + " everywhere.";
    private static final String VERBS =
            "(save|update|delete|insert|persist|merge|upsert|store|put|overwrite|patch|write|flush)";

    /** What may follow without saying any more: {@code saveAll}, but not {@code saveForLater}. */
    private static final String NOTHING_MORE =
            "(All|One|Many|Batch|Bulk|Entity|Entities|Rows?|Records?|Object|Dtos?|It|Data)?((And|Or)(Flush|Save|Update|Insert|Create|Delete|Return|Get))?(By[A-Z]\\w*)?(InBatch|Async|AndFlush)?";

    private static final Pattern STORING =
            Pattern.compile(VERBS + NOTHING_MORE + "|(create|add|insert)Or(Update|Save|Replace|Merge)\\w*");
    private static final Pattern VERB = Pattern.compile(
            VERBS + "(All|One|Many|Or(Update|Insert|Create|Save))?(?<noun>[A-Z]\\w*?)(e?s)?" + NOTHING_MORE);

    private CrudExport() {}

    static void examine(CodeBase code, Findings findings) {
        Exports.of(code)
                .filter(it -> !code.persistence().isData(it.name())
                        && !it.java().isAnnotation()
                        && !it.java().isAssignableTo(Throwable.class))
                .forEach(exported -> {
                    findings.examined(exported);
                    examineName(exported, findings);
                    methods(exported).forEach(it -> examine(code, exported, it, findings));
                });
    }

    private static Stream<JavaMethod> methods(CodeType exported) {
        boolean data = !exported.java().isInterface() && !exported.isBean();
        return exported.java().getMethods().stream()
                .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)
                        && !it.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !it.getModifiers().contains(JavaModifier.BRIDGE))
                // Data may make other data, and have an accessor that is called like a verb; it cannot store itself.
                .filter(it -> !data || it.getRawReturnType().getName().matches("void|boolean"))
                .filter(it -> !exported.java().isRecord()
                        || exported.java().tryGetField(it.getName()).isEmpty());
    }

    private static void examineName(CodeType exported, Findings findings) {
        if (exported.simpleName().matches("(.*\\.)?\\w*(Repository|Dao|DAO|Crud(Service|Operations)?)")) {
            findings.add(
                    findings.at(exported),
                    "name",
                    "%s says by its name that it stores things.".formatted(exported.inWords()),
                    "Storage is the inside of a module; others are to know what it does, not where it keeps it.",
                    "Name it after the business, as a service with the verbs of its people, and keep repositories"
                            + " internal.");
        }
    }

    private static void examine(CodeBase code, CodeType exported, JavaMethod method, Findings findings) {
        String name = "%s.%s of %s".formatted(exported.simpleName(), method.getName(), exported.place());
        if (isStoring(code, exported, method)) {
            findings.add(
                    findings.at(exported, method.getName(), 0),
                    method.getName(),
                    "%s stores or deletes rows by its name.".formatted(name),
                    WHY,
                    "Name what happens in the business: register, rename, cancel, discontinue. It takes what it needs"
                            + " for that and no more.");
            return;
        }
        takenBack(code, exported, method)
                .ifPresent(it -> findings.add(
                        findings.at(exported, method.getName(), 0),
                        it.getName(),
                        "%s takes back the %s that the module hands out.".formatted(name, it.getSimpleName()),
                        "Read, modify, write back: that is save() by another name, and the last one to write"
                                + " overwrites everybody's changes.",
                        "Take the key and a record of its own that says what is to change."));
    }

    private static boolean isStoring(CodeBase code, CodeType exported, JavaMethod method) {
        String name = method.getName();
        if (STORING.matcher(name).matches()) {
            return true;
        }
        var verb = VERB.matcher(name);
        return verb.matches() && nouns(code, exported).contains(verb.group("noun"));
    }

    /** What the module's rows are called. */
    private static Set<String> nouns(CodeBase code, CodeType exported) {
        return code.persistence().entities().stream()
                .filter(it -> it.isOwnedBy(exported.owner()))
                .map(it -> it.java().getSimpleName())
                .collect(Collectors.toSet());
    }

    /** A record that is named after an entity, or a DTO, handed out by one method and taken by another. */
    private static Optional<JavaClass> takenBack(CodeBase code, CodeType exported, JavaMethod method) {
        if (exported.owner() == null || exported.owner().shared()) {
            return Optional.empty();
        }
        Set<JavaClass> handedOut = code.exportsOf(exported.owner()).stream()
                .filter(it -> it.java().isInterface() || it.isBean())
                .flatMap(it -> it.java().getMethods().stream())
                .map(JavaMethod::getReturnType)
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Set<String> nouns = nouns(code, exported);
        return !exported.java().isInterface() && !exported.isBean()
                ? Optional.empty()
                : method.getParameterTypes().stream()
                        .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                        .filter(handedOut::contains)
                        .filter(it -> method.getRawReturnType().getName().equals("void")
                                || method.getReturnType()
                                        .getAllInvolvedRawTypes()
                                        .contains(it))
                        .filter(it -> it.isRecord()
                                && code.find(it)
                                        .filter(found -> found.isOwnedBy(exported.owner()))
                                        .isPresent())
                        .filter(it -> it.getSimpleName().endsWith("Dto")
                                || nouns.stream()
                                        .anyMatch(noun -> it.getSimpleName().startsWith(noun)))
                        .findFirst();
    }
}
