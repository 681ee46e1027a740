package io.watertight.guard.rules.exports;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.rules.Advice;
import io.watertight.guard.rules.Findings;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a service hands out is a value; an object that goes on working is a repository by another name. */
final class LiveObject {

    private static final Pattern WORKS = Pattern.compile(
            "java\\.util\\.function\\.(\\w*Supplier|\\w*Function|\\w*Consumer|\\w*Operator)"
                    + "|java\\.util\\.concurrent\\.(Callable|Future|CompletableFuture)|java\\.lang\\.Runnable|java\\.util\\.(Iterator|Spliterator|stream\\.\\w*Stream)");

    private static final Set<String> ACCESS = Set.of(
            "javax.sql.DataSource",
            "java.sql.Connection",
            "jakarta.persistence.EntityManager",
            "org.springframework.jdbc.core.JdbcOperations",
            "org.springframework.jdbc.core.simple.JdbcClient");

    private static final String WHY =
            "It loads or writes when it is used, outside of what its module was asked for: one statement for each row,"
                    + " or a write that no service sees.";

    private LiveObject() {}

    static void examine(CodeBase code, Findings findings) {
        Exports.ofBusiness(code).forEach(it -> {
            findings.examined(it);
            if (Exports.isData(code, it)) {
                it.java().getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC) && works(field.getType()))
                        .forEach(field -> findings.add(
                                findings.at(it, field.getName(), 0),
                                field.getRawType().getName(),
                                "%s holds %s in its component %s, which works when it is asked."
                                        .formatted(it.inWords(), Advice.simple(field.getType()), field.getName()),
                                WHY,
                                "Hold the value itself; what costs too much to load always is a method of the"
                                        + " service."));
                it.calls().stream()
                        .filter(call -> asks(code, it, call.owner()))
                        .findFirst()
                        .ifPresent(call -> findings.add(
                                findings.at(it, call.member(), call.line()),
                                call.owner().getName(),
                                "%s calls %s.%s."
                                        .formatted(it.inWords(), call.owner().getSimpleName(), call.name()),
                                WHY,
                                "Let the service put what is needed into a component when it makes the record."));
            } else if (it.java().isInterface() && isHandedOut(code, it)) {
                examineInterface(code, it, findings);
            }
        });
    }

    private static boolean asks(CodeBase code, CodeType user, JavaClass owner) {
        return !user.java().isAssignableTo(owner.getName())
                && code.find(owner)
                        .filter(it -> Persistence.isRepository(it.java()) || Exports.isService(code, it))
                        .isPresent();
    }

    private static boolean works(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(it -> WORKS.matcher(it.getName()).matches());
    }

    /** Returned by something exported, and so no service that the container injects. */
    private static boolean isHandedOut(CodeBase code, CodeType candidate) {
        return Exports.ofBusiness(code)
                .flatMap(it -> it.java().getMethods().stream())
                .anyMatch(it -> it.getReturnType().getAllInvolvedRawTypes().contains(candidate.java()));
    }

    private static void examineInterface(CodeBase code, CodeType exported, Findings findings) {
        Optional<CodeType> live = exported.java().getAllSubclasses().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> !it.isBean() && !it.java().isInterface())
                .filter(it -> it.java().getAllFields().stream().anyMatch(field -> isAccess(code, field)))
                .findFirst()
                .or(() -> lambda(code, exported));
        live.ifPresent(it -> findings.add(
                findings.at(it),
                exported.name(),
                "%s, which is handed out as %s, works on the data of its module."
                        .formatted(it.inWords(), exported.simpleName()),
                WHY,
                "Hand out a record; what %s does is a method of the module's service."
                        .formatted(exported.simpleName())));
    }

    private static boolean isAccess(CodeBase code, JavaField field) {
        JavaClass type = field.getRawType();
        return code.persistence().isData(type.getName())
                || ACCESS.stream().anyMatch(type::isAssignableTo)
                || code.find(type).filter(CodeType::isBean).isPresent();
    }

    /** Something that is made of a method which stores: a lambda of the service itself. */
    private static Optional<CodeType> lambda(CodeBase code, CodeType exported) {
        return code.types().stream()
                .filter(it -> it.isOwnedBy(exported.owner()))
                .filter(it -> it.constants().lambdas().stream()
                        .filter(lambda -> lambda.type().equals(exported.name()))
                        .anyMatch(lambda -> it.calls().stream()
                                .filter(call -> call.member().equals(lambda.member()))
                                .anyMatch(call ->
                                        code.persistence().isData(call.owner().getName())
                                                && !code.persistence()
                                                        .isEntity(call.owner().getName()))))
                .findFirst();
    }
}
