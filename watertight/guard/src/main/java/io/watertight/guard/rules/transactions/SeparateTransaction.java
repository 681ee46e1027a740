package io.watertight.guard.rules.transactions;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One transaction goes across modules: whoever begins another one, or leaves it, breaks it apart. */
final class SeparateTransaction {

    private static final Map<String, String> MISUSES = Map.of(
            "REQUIRES_NEW",
            "What was done in another transaction stays when the caller's is rolled back, and cannot see what the"
                    + " caller wrote.",
            "NESTED",
            "A savepoint lets a part fail and the rest go on; callers count on all or nothing.",
            "NOT_SUPPORTED",
            "It puts the caller's transaction aside: what it reads is older than what the caller wrote.",
            "NEVER",
            "It fails as soon as a caller has a transaction, which is what callers are meant to have.");
    private static final String JOIN =
            "Write @Transactional without propagation: it joins the caller's transaction or begins one.";
    private static final Set<String> LISTENERS =
            Set.of(Spring.EVENT_LISTENER, Spring.TRANSACTIONAL_LISTENER, Spring.MODULE_LISTENER);

    private static final String BY_HAND =
            "Who begins, commits or rolls back by hand ends a transaction that others are part of, or leaves it.";
    private static final String METHOD =
            "Put the work into a method of a package-private bean and annotate that with @Transactional; to roll back,"
                    + " throw.";
    private static final List<Ban> BANS = List.of(
            new Ban(
                    "org.springframework.transaction.(PlatformTransactionManager|TransactionManager|TransactionDefinition|TransactionStatus|TransactionExecution"
                            + "|support.(TransactionTemplate|TransactionOperations|DefaultTransactionDefinition|AbstractPlatformTransactionManager|SimpleTransactionStatus)"
                            + "|interceptor.\\w+|reactive.\\w+)|org.springframework.jdbc.(datasource.DataSourceTransactionManager|support.JdbcTransactionManager)"
                            + "|jakarta.transaction.(UserTransaction|TransactionManager)|jakarta.persistence.EntityTransaction",
                    "",
                    BY_HAND,
                    METHOD),
            new Ban(
                    "java.sql.Connection|java.sql.Statement",
                    "commit|rollback|setAutoCommit|setSavepoint|releaseSavepoint|setTransactionIsolation",
                    BY_HAND,
                    METHOD),
            new Ban(
                    "org.springframework.transaction.support.TransactionSynchronizationManager",
                    "bind\\w+|unbind\\w+|clear\\w*|set\\w+|init\\w+",
                    BY_HAND,
                    METHOD),
            new Ban("org.springframework.transaction.interceptor.TransactionAspectSupport", ".*", BY_HAND, METHOD));

    private SeparateTransaction() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            boolean listens = type.java().isAnnotation() && isListener(type.java());
            examine(type, "", type.java(), listens, findings);
            type.java().getMethods().stream()
                    .filter(it -> !it.getName().contains("$"))
                    .forEach(it -> examine(type, it.getName(), it, isListener(it), findings));
            if (type.java().isAnnotation() && type.is(Spring.TRANSACTIONAL) && !listens) {
                type.java().getMethods().forEach(it -> examineDefault(type, it, findings));
            }
        });
    }

    private static boolean isListener(CanBeAnnotated element) {
        return LISTENERS.stream().anyMatch(it -> element.isAnnotatedWith(it) || element.isMetaAnnotatedWith(it));
    }

    private static void examine(
            CodeType type, String member, CanBeAnnotated element, boolean listens, Findings findings) {
        annotations(element).forEach(annotation -> {
            propagation(annotation)
                    .filter(it -> MISUSES.containsKey(it)
                            && !(listens && it.equals("REQUIRES_NEW") || listens && it.equals("NOT_SUPPORTED")))
                    .findFirst()
                    .ifPresent(it -> report(type, member, it, "", findings));
            Stream.of("transactionManager", "value")
                    .filter(_ -> annotation.getRawType().getName().equals(Spring.TRANSACTIONAL))
                    .map(it -> annotation.get(it).orElse("").toString())
                    .filter(it -> !it.isBlank())
                    .findFirst()
                    .ifPresent(it -> findings.add(
                            findings.at(type, member, 0),
                            it,
                            "%s names the transaction manager '%s'.".formatted(name(type, member), it),
                            "There is one transaction for all modules; another manager means another connection, and"
                                    + " no common end.",
                            JOIN));
        });
    }

    /** Its own, and those that a composed annotation brings. */
    private static Stream<JavaAnnotation<?>> annotations(CanBeAnnotated element) {
        Set<? extends JavaAnnotation<?>> own =
                element instanceof JavaClass type ? type.getAnnotations() : ((JavaMethod) element).getAnnotations();
        return own.stream()
                .flatMap(it -> Stream.concat(
                        Stream.<JavaAnnotation<?>>of(it),
                        it.getRawType().getAnnotations().stream().map(above -> (JavaAnnotation<?>) above)))
                .filter(it -> it.getRawType().getName().equals(Spring.TRANSACTIONAL)
                        || it.getRawType().isMetaAnnotatedWith(Spring.TRANSACTIONAL)
                        || it.getRawType().getName().equals("jakarta.transaction.Transactional"));
    }

    private static Stream<String> propagation(JavaAnnotation<?> annotation) {
        return annotation.getProperties().values().stream()
                .filter(JavaEnumConstant.class::isInstance)
                .map(it -> ((JavaEnumConstant) it).name());
    }

    private static void examineDefault(CodeType type, JavaMethod attribute, Findings findings) {
        attribute
                .getDefaultValue()
                .filter(JavaEnumConstant.class::isInstance)
                .map(it -> ((JavaEnumConstant) it).name())
                .filter(MISUSES::containsKey)
                .ifPresent(it -> report(type, "", it, " by default", findings));
    }

    private static void report(CodeType type, String member, String propagation, String how, Findings findings) {
        findings.add(
                findings.at(type, member, 0),
                propagation,
                "%s is @Transactional with %s%s.".formatted(name(type, member), propagation, how),
                MISUSES.getOrDefault(propagation, ""),
                propagation.equals("REQUIRES_NEW")
                        ? JOIN + " What has to happen whatever becomes of the caller is done by a listener of an event."
                        : JOIN);
    }

    private static String name(CodeType type, String member) {
        return member.isEmpty() ? type.inWords() : "%s.%s of %s".formatted(type.simpleName(), member, type.place());
    }
}
