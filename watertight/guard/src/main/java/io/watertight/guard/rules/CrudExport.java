package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that stores what it is given is a table with another name. */
final class CrudExport {

    private static final Pattern VERB = Pattern.compile(
            "^(save|update|delete|insert|persist|merge|upsert|store|put|overwrite|patch|write|flush|(create|add)(?=Or[A-Z]))(?![a-z])");
    private static final Pattern STORAGE =
            Pattern.compile("(.*\\.)?\\w*(Repository|Dao|DAO|Crud(Service|Operations)?)");
    /** What may follow without saying any more: {@code saveAll}, but not {@code saveForLater}. */
    private static final Pattern NOTHING_MORE = Pattern.compile(
            "(All|One|Many|Batch|Bulk|Entity|Entities|Rows?|Records?|Object|Dtos?|It|Data|And|Or|In|Async|Flush|Save|Update|Insert|Create|Delete|Replace|Merge|Return|Get)*(By[A-Z]\\w*)?");

    void examine(CodeBase code, Findings findings) {
        Exports.of(code)
                .filter(it ->
                        !code.persistence().isData(it.name()) && !it.java().isAnnotation())
                .filter(it -> !it.java().isAssignableTo(Throwable.class))
                .forEach(exported -> {
                    findings.examined(exported);
                    if (STORAGE.matcher(exported.simpleName()).matches()) {
                        findings.add(
                                exported,
                                "name",
                                "%s is named like a repository or DAO.".formatted(exported.inWords()),
                                "Name it after the business, as a service with business operations, and keep repositories internal.");
                    }
                    methods(exported).forEach(it -> examine(code, exported, it, findings));
                });
    }

    /** Data may make other data, and have an accessor that is called like a verb; it cannot store itself. */
    private static Stream<JavaMethod> methods(CodeType exported) {
        boolean data = !exported.java().isInterface() && !exported.isBean();
        return Exports.methods(exported)
                .filter(it -> !data || it.getRawReturnType().getName().matches("void|boolean"))
                .filter(it -> !exported.java().isRecord()
                        || exported.java().tryGetField(it.getName()).isEmpty());
    }

    private static void examine(CodeBase code, CodeType exported, JavaMethod method, Findings findings) {
        Set<String> nouns = nouns(code, exported);
        if (storesRows(method.getName(), nouns)) {
            findings.add(
                    findings.at(exported, method.getName(), 0),
                    method.getName(),
                    "%s is named as if it stored or deleted rows.".formatted(exported.inWords(method.getName())));
            return;
        }
        takenBack(code, exported, method, nouns)
                .ifPresent(it -> findings.add(
                        findings.at(exported, method.getName(), 0),
                        it.getName(),
                        "%s takes back the %s that the module returns: that is save() by another name."
                                .formatted(exported.inWords(method.getName()), it.getSimpleName()),
                        "Take the key and a record of its own that says what is to change."));
    }

    private static boolean storesRows(String method, Set<String> nouns) {
        String rest = VERB.matcher(method).replaceFirst("");
        String more = rest.replaceFirst("(%s)(e?s)?".formatted(String.join("|", nouns)), "");
        return !rest.equals(method) && NOTHING_MORE.matcher(more).matches();
    }

    /** What the module's rows are called. */
    private static Set<String> nouns(CodeBase code, CodeType exported) {
        return code.persistence().entities().stream()
                .filter(it -> it.isOwnedBy(exported.owner()))
                .map(it -> it.java().getSimpleName())
                .collect(Collectors.toSet());
    }

    /** A record that is named after an entity, or a DTO, returned by one method and taken by another. */
    private static Optional<JavaClass> takenBack(
            CodeBase code, CodeType exported, JavaMethod method, Set<String> nouns) {
        if (!exported.isInBusiness() || (!exported.java().isInterface() && !exported.isBean())) {
            return Optional.empty();
        }
        Set<JavaClass> handedOut = code.exportsOf(exported.module()).stream()
                .filter(it -> it.java().isInterface() || it.isBean())
                .flatMap(it -> it.java().getMethods().stream())
                .flatMap(it -> it.getReturnType().getAllInvolvedRawTypes().stream())
                .collect(Collectors.toSet());
        Set<JavaClass> answer = method.getReturnType().getAllInvolvedRawTypes();
        return method.getParameterTypes().stream()
                .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                .filter(it -> it.isRecord() && handedOut.contains(it))
                .filter(it -> method.getRawReturnType().getName().equals("void") || answer.contains(it))
                .filter(it -> code.is(it, found -> found.isOwnedBy(exported.owner())))
                .filter(it -> it.getSimpleName().endsWith("Dto")
                        || nouns.stream().anyMatch(noun -> it.getSimpleName().startsWith(noun)))
                .findFirst();
    }
}
