package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service returns is a value; an object that loads or writes later is a repository by another name. */
final class LiveObject {

    private static final String LATER =
            "java\\.(util\\.(function\\.\\w*(Supplier|Function|Consumer|Operator)|concurrent\\.Callable|Iterator|Spliterator)|lang\\.Runnable)";
    private static final Pattern CODE = Pattern.compile(LATER);
    private static final Pattern WORKS =
            Pattern.compile(LATER + "|java\\.util\\.(concurrent\\.(Future|CompletableFuture)|stream\\.\\w*Stream)");
    private static final Set<String> ACCESS = Set.of(
            "javax.sql.DataSource",
            "java.sql.Connection",
            "jakarta.persistence.EntityManager",
            "org.springframework.jdbc.core.JdbcOperations",
            "org.springframework.jdbc.core.simple.JdbcClient");

    void examine(CodeBase code, CodeType exported, Findings findings) {
        if (Exports.isData(code, exported)) {
            examineData(code, exported, findings);
        } else if (exported.java().isInterface() && isPassed(code, exported)) {
            examineInterface(code, exported, findings);
        } else if (Exports.isService(code, exported)) {
            examineAnswers(code, exported, findings);
        }
    }

    /** What it returns is used by its callers, when the service has long finished. */
    private static void examineAnswers(CodeBase code, CodeType service, Findings findings) {
        Advice.operations(code, service.module()).stream()
                .filter(it -> it.getOwner().equals(service.java()) && involves(it.getReturnType(), CODE))
                .forEach(it -> findings.add(
                        findings.at(service, it.getName(), 0),
                        it.getRawReturnType().getName(),
                        "%s returns %s, which does its work only when the caller uses it."
                                .formatted(service.inWords(it.getName()), Advice.simple(it.getReturnType())),
                        "Return the value itself, as a record or a list; what is large is returned in pages."));
    }

    private static void examineData(CodeBase code, CodeType data, Findings findings) {
        data.fields()
                .filter(it -> involves(it.getType(), WORKS))
                .filter(_ -> data.java().isRecord() || isPassed(code, data))
                .forEach(it -> findings.add(
                        findings.at(data, it.getName(), 0),
                        it.getRawType().getName(),
                        "%s holds %s in its component %s, which runs when it is called."
                                .formatted(data.inWords(), Advice.simple(it.getType()), it.getName()),
                        "Hold the value itself; what is expensive to load becomes a method of the service."));
        data.calls().stream()
                .filter(it -> !data.java().isAssignableTo(it.owner().getName()))
                .filter(it -> code.is(
                        it.owner(), owner -> Persistence.isRepository(owner.java()) || Exports.isService(code, owner)))
                .findFirst()
                .filter(_ -> data.java().isRecord() || isPassed(code, data))
                .ifPresent(it -> findings.add(
                        findings.at(data, it.member(), it.line()),
                        it.owner().getName(),
                        "%s calls %s.%s.".formatted(data.inWords(), it.owner().getSimpleName(), it.name()),
                        "Let the service put what is needed into a component when it makes the record."));
    }

    private static boolean involves(JavaType type, Pattern pattern) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(it -> pattern.matcher(it.getName()).matches());
    }

    /** Whether a method of an export takes or returns it, or a listener gets it; others are made by the container or a framework. */
    private static boolean isPassed(CodeBase code, CodeType candidate) {
        JavaClass java = candidate.java();
        Stream<JavaType> passed = Exports.ofBusiness(code)
                .filter(it -> !it.equals(candidate))
                .flatMap(Exports::methods)
                .flatMap(it -> java.isInterface() ? Stream.of(it.getReturnType()) : Exports.typesOf(it));
        Stream<JavaType> heard = new Events(code).listeners().stream().flatMap(it -> it.hears().stream());
        return Stream.concat(passed, heard)
                .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                .anyMatch(it ->
                        java.isAssignableTo(it.getName()) && code.is(it, type -> type.isOwnedBy(candidate.owner())));
    }

    private static void examineInterface(CodeBase code, CodeType exported, Findings findings) {
        exported.java().getAllSubclasses().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> !it.isBean() && !it.java().isInterface())
                .filter(it -> it.java().getAllFields().stream()
                        .anyMatch(field -> isAccess(code, field.getRawType()) || involves(field.getType(), WORKS)))
                .findFirst()
                .or(() -> lambda(code, exported))
                .ifPresent(it -> findings.add(
                        it,
                        exported.name(),
                        "%s is returned as %s and works on the data of its module."
                                .formatted(it.inWords(), exported.simpleName()),
                        "Return a record; what %s does becomes a method of the module's service."
                                .formatted(exported.simpleName())));
    }

    private static boolean isAccess(CodeBase code, JavaClass field) {
        return code.persistence().isData(field.getName())
                || ACCESS.stream().anyMatch(field::isAssignableTo)
                || code.is(field, CodeType::isBean);
    }

    /** Something that is made of a method which stores: a lambda of the service itself. */
    private static Optional<CodeType> lambda(CodeBase code, CodeType exported) {
        return code.types().stream()
                .filter(it -> it.isOwnedBy(exported.owner()))
                .filter(it -> it.references().lambdas().stream()
                        .filter(lambda -> lambda.type().equals(exported.name()))
                        .anyMatch(lambda ->
                                it.callsIn(lambda.member()).anyMatch(call -> Persistence.isRepository(call.owner()))))
                .findFirst();
    }
}
