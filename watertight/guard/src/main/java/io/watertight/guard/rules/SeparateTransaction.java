package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Persistence;
import io.watertight.guard.code.Spring;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One transaction spans modules: a second one, or a commit by hand, breaks it apart. */
final class SeparateTransaction {

    private static final Set<String> MISUSES = Set.of("REQUIRES_NEW", "NESTED", "NOT_SUPPORTED", "NEVER");
    private static final String ASYNC = "org.springframework.scheduling.annotation.Async";
    private static final String JAKARTA = "jakarta.transaction.Transactional";
    private static final List<Ban> BY_HAND = List.of(
            Ban.on(
                    "org.springframework.transaction.(PlatformTransactionManager|TransactionManager|TransactionDefinition|TransactionStatus|TransactionExecution"
                            + "|support.(TransactionTemplate|TransactionOperations|DefaultTransactionDefinition|AbstractPlatformTransactionManager|SimpleTransactionStatus)"
                            + "|interceptor.\\w+|reactive.\\w+)|org.springframework.jdbc.(datasource.DataSourceTransactionManager|support.JdbcTransactionManager)"
                            + "|jakarta.transaction.(UserTransaction|TransactionManager)|jakarta.persistence.EntityTransaction"),
            Ban.onCalls(
                    "java.sql.Connection|java.sql.Statement",
                    "commit|rollback|setAutoCommit|setSavepoint|releaseSavepoint|setTransactionIsolation"),
            Ban.onCalls(
                    "org.springframework.transaction.support.TransactionSynchronizationManager",
                    "(un)?bind\\w+|clear\\w*|set\\w+|init\\w+"));
    /** After the commit there is no transaction to join. */
    private static final Set<String> OF_LISTENERS = Set.of("REQUIRES_NEW", "NOT_SUPPORTED");

    void examine(CodeBase code, CodeType type, Findings findings) {
        Ban.examine(type, BY_HAND, findings);
        examine(code, type, "", type.java(), findings);
        type.java().getMethods().stream()
                .filter(it -> !it.getName().contains("$"))
                .forEach(it -> examine(code, type, it.getName(), it, findings));
        if (type.java().isAnnotation() && type.is(Spring.TRANSACTIONAL) && !Events.isListener(type.java())) {
            type.java().getMethods().stream()
                    .flatMap(it -> it.getDefaultValue().stream())
                    .flatMap(SeparateTransaction::misuse)
                    .forEach(it -> findings.says(type, "", "is @Transactional with %s by default".formatted(it)));
        }
    }

    /** What other modules call runs in the thread, and with that in the transaction, of its caller. */
    private static boolean isCalled(CodeBase code, CodeType type, HasAnnotations<?> element) {
        return !(element instanceof JavaMethod it && !it.getModifiers().contains(JavaModifier.PUBLIC))
                && Stream.concat(Stream.of(type.java()), type.java().getAllRawInterfaces().stream())
                        .filter(above -> !(element instanceof JavaMethod it)
                                || above.getMethods().stream()
                                        .anyMatch(own -> own.getName().equals(it.getName())))
                        .anyMatch(above -> code.is(above, it -> it.isInBusiness() && it.isExported()));
    }

    /** Where a transaction begins and ends is decided by the module that stores, not by a contract or a caller. */
    private static boolean isOutside(CodeType type) {
        return !type.java().isAnnotation()
                && (!type.isInBusiness()
                        || !type.isOwnedBy(type.home())
                        || (type.isExported() && type.java().isInterface() && !Persistence.isRepository(type.java())));
    }

    private static void examine(
            CodeBase code, CodeType type, String member, HasAnnotations<?> element, Findings findings) {
        boolean listens = Events.isListener(element);
        if (!listens && Spring.has(element, ASYNC) && isCalled(code, type, element)) {
            findings.says(type, member, "is @Async and does not run in its caller's transaction");
        }
        annotations(element).forEach(annotation -> {
            annotation.getProperties().values().stream()
                    .flatMap(SeparateTransaction::misuse)
                    .filter(it -> !(listens && OF_LISTENERS.contains(it)))
                    .findFirst()
                    .ifPresent(it -> findings.says(type, member, "is @Transactional with " + it));
            Stream.of("transactionManager", "value")
                    .filter(_ -> annotation.getRawType().getName().equals(Spring.TRANSACTIONAL))
                    .map(it -> annotation.get(it).orElse("").toString())
                    .filter(it -> !it.isBlank())
                    .findFirst()
                    .ifPresent(
                            it -> findings.says(type, member, "is @Transactional with the manager '%s'".formatted(it)));
            if (isOutside(type) && !Spring.has(element, Spring.EVENT_LISTENER)) {
                findings.add(
                        findings.at(type, member, 0),
                        "transaction",
                        "%s is transactional, but stores nothing itself.".formatted(type.inWords(member)),
                        "Annotate the package-private class that implements the service. Where several changes must succeed or fail together, make them one method of one module's service.");
            }
        });
    }

    /** Its own, and those that a composed annotation brings. */
    private static Stream<JavaAnnotation<?>> annotations(HasAnnotations<?> element) {
        return element.getAnnotations().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.getRawType().getAnnotations().stream()))
                .<JavaAnnotation<?>>map(it -> it)
                .filter(it -> it.getRawType().getName().matches(Pattern.quote(Spring.TRANSACTIONAL) + "|" + JAKARTA)
                        || it.getRawType().isMetaAnnotatedWith(Spring.TRANSACTIONAL));
    }

    private static Stream<String> misuse(Object value) {
        return value instanceof JavaEnumConstant it && MISUSES.contains(it.name()) ? Stream.of(it.name()) : Stream.of();
    }
}
