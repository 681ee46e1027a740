package io.watertight.guard.rules.transactions;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Findings;
import java.util.Set;

/** A caller that wraps two modules in one transaction decides for both when it ends. */
final class TransactionOutsideModule {

    private static final Set<String> MARKS = Set.of(Spring.TRANSACTIONAL, "jakarta.transaction.Transactional");

    private TransactionOutsideModule() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            boolean inside = type.isInBusiness()
                    && type.isOwnedBy(type.home())
                    && !(type.isExported()
                            && (type.java().isInterface() && !type.java().isAnnotation()));
            if (inside || type.java().isAnnotation()) {
                return;
            }
            if (MARKS.stream().anyMatch(type::is)) {
                report(type, "", findings);
            }
            type.java().getMethods().stream()
                    .filter(it ->
                            MARKS.stream().anyMatch(mark -> it.isAnnotatedWith(mark) || it.isMetaAnnotatedWith(mark)))
                    .filter(it -> !it.isMetaAnnotatedWith(Spring.EVENT_LISTENER))
                    .map(JavaMethod::getName)
                    .forEach(it -> report(type, it, findings));
        });
    }

    private static void report(CodeType type, String member, Findings findings) {
        findings.add(
                findings.at(type, member, 0),
                "transaction",
                "%s is transactional."
                        .formatted(
                                member.isEmpty()
                                        ? type.inWords()
                                        : "%s.%s of %s".formatted(type.simpleName(), member, type.place())),
                "Where a transaction begins and ends is the affair of the module that stores; a contract does not say"
                        + " it, and a caller does not decide it.",
                "Annotate the package-private class that implements it; what belongs together is one method of one"
                        + " module's service.");
    }
}
