package io.watertight.guard.rules.transactions;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Note.Value;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Map;
import java.util.Set;

/** An order is placed in one transaction across modules: whoever begins another one, or leaves it, breaks that apart. */
final class JoinedTransactions implements Rule {

    private static final String REQUIRES_NEW = "REQUIRES_NEW";
    private static final Map<String, String> MISUSES = Map.of(
            REQUIRES_NEW,
            "What was done in another transaction stays when the caller's is rolled back, and cannot see what he wrote.",
            "NESTED",
            "A savepoint lets a part fail and the rest go on; callers count on all or nothing.",
            "NOT_SUPPORTED",
            "It puts the caller's transaction aside; a statement without one has no role, and the database refuses it.",
            "NEVER",
            "It fails as soon as a caller has a transaction, which is what callers are meant to have.");
    private static final String JOIN =
            "Write @Transactional without propagation: it joins the caller's transaction or begins one.";

    @Override
    public String id() {
        return "joined-transactions";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.TRANSACTIONS;
    }

    @Override
    public String promise() {
        return "a service joins its caller's transaction; only an @ApplicationModuleListener has one of its own";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        TransactionNotes notes = new TransactionNotes(code);
        code.guardedClasses().forEach(it -> {
            it.facts().notes().stream()
                    .filter(note -> notes.isTransactional(note) || notes.isModuleListener(note))
                    .forEach(note -> examine(code, notes, it, note, findings));
            examineDefaults(code, notes, it, findings);
        });
    }

    private static void examine(Codebase code, TransactionNotes notes, CodeClass type, Note note, Findings findings) {
        findings.examined(place(type, note));
        boolean listener = notes.isModuleListener(note) || notes.isOnModuleListener(type, note);
        for (Value value : note.values()) {
            if (value.kind() == ValueKind.ENUM) {
                examine(code, type, note, value.value(), listener, findings);
            } else if (value.kind() == ValueKind.TEXT
                    && Set.of("value", "transactionManager").contains(value.attribute())
                    && notes.isTransactional(note)
                    && !value.value().isBlank()) {
                findings.violation(
                        where(code, type, note),
                        "%s of %s names the transaction manager '%s'."
                                .formatted(place(type, note), code.roomOf(type), value.value()),
                        "There is one transaction for all modules; another manager means another connection, and no common end.",
                        JOIN);
            }
        }
    }

    private static void examine(
            Codebase code, CodeClass type, Note note, String propagation, boolean listener, Findings findings) {
        String why = MISUSES.get(propagation);
        if (why == null || (listener && propagation.equals(REQUIRES_NEW))) {
            return;
        }
        findings.violation(
                where(code, type, note),
                "%s of %s is @%s with %s."
                        .formatted(place(type, note), code.roomOf(type), simple(note.type()), propagation),
                why,
                listener
                        ? "Leave the propagation out: a listener has a transaction of its own."
                        : propagation.equals(REQUIRES_NEW)
                                ? JOIN + " What has to happen whatever becomes of the caller belongs into an "
                                        + "@ApplicationModuleListener of an event."
                                : JOIN);
    }

    /** An annotation that somebody composed may carry the propagation as a default. */
    private static void examineDefaults(Codebase code, TransactionNotes notes, CodeClass type, Findings findings) {
        if (!type.type().isAnnotation()
                || type.facts().notesOnType().noneMatch(notes::isTransactional)
                || type.facts().notesOnType().anyMatch(notes::isModuleListener)) {
            return;
        }
        for (JavaMethod attribute : type.type().getMethods()) {
            attribute
                    .getDefaultValue()
                    .filter(JavaEnumConstant.class::isInstance)
                    .map(it -> ((JavaEnumConstant) it).name())
                    .filter(MISUSES::containsKey)
                    .ifPresent(it -> findings.violation(
                            code.where(type),
                            "%s of %s is @Transactional with %s by default."
                                    .formatted(type.simpleName(), code.roomOf(type), it),
                            MISUSES.getOrDefault(it, ""),
                            JOIN));
        }
    }

    private static String where(Codebase code, CodeClass type, Note note) {
        return note.place().member() == null
                ? code.where(type)
                : code.where(type, note.place().line());
    }

    private static String place(CodeClass type, Note note) {
        String member = note.place().member();
        return member == null ? type.simpleName() : "%s.%s".formatted(type.simpleName(), member);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
