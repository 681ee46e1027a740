package io.watertight.guard.rules.transactions;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** Where a transaction begins is how a module works, not what it promises. */
final class TransactionsInside implements Rule {

    @Override
    public String id() {
        return "transactions-inside";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.TRANSACTIONS;
    }

    @Override
    public String promise() {
        return "transactions begin inside modules: not in exported types, the application or the shared kernel";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        TransactionNotes notes = new TransactionNotes(code);
        code.guardedClasses()
                .filter(it -> isOfNoModule(it) || code.isExported(it))
                .filter(it -> !it.isDescriptor())
                .forEach(it -> examine(code, notes, it, findings));
    }

    private static void examine(Codebase code, TransactionNotes notes, CodeClass type, Findings findings) {
        findings.examined(type);
        List<Note> found =
                type.facts().notes().stream().filter(notes::isTransactional).toList();
        if (found.isEmpty()) {
            return;
        }
        Lines lines = new Lines();
        found.forEach(it -> lines.add(it.place().line()));
        boolean outside = isOfNoModule(type);
        findings.violation(
                lines.first() == 1 || found.getFirst().place().member() == null
                        ? code.where(type)
                        : code.where(type, lines.first()),
                "%s of %s is @Transactional%s%s."
                        .formatted(
                                type.simpleName(),
                                code.roomOf(type),
                                outside ? "" : ", and it is exported",
                                lines.others()),
                outside
                        ? "A transaction around several modules is business, and it would break the day one of them moves out."
                        : "Callers would rely on it, and it is gone when the module runs in a process of its own.",
                outside
                        ? "Move the use case into the module that it belongs to: a service's method, @Transactional, that calls the others."
                        : "Put @Transactional on the package-private class in %s that implements it."
                                .formatted(internalOf(type)));
    }

    private static boolean isOfNoModule(CodeClass type) {
        return type.actor() == null || type.actor().shared();
    }

    private static String internalOf(CodeClass type) {
        DomainModule home = type.home();
        return home == null ? "the module" : home.internalPackage();
    }
}
