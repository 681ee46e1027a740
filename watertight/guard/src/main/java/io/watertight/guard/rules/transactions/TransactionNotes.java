package io.watertight.guard.rules.transactions;

import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells which annotations begin a transaction: Spring's, Jakarta's, and those that somebody composed of them. */
final class TransactionNotes {

    static final String MODULE_LISTENER = "org.springframework.modulith.events.ApplicationModuleListener";

    private static final Set<String> TRANSACTIONAL = Set.of(
            "org.springframework.transaction.annotation.Transactional",
            "jakarta.transaction.Transactional",
            "javax.transaction.Transactional",
            "jakarta.ejb.TransactionAttribute");

    private final Codebase code;
    private final Map<String, Boolean> transactional = new HashMap<>();
    private final Map<String, Boolean> listening = new HashMap<>();

    TransactionNotes(Codebase code) {
        this.code = code;
    }

    /** A listener's own transaction is the event registry's business and is not meant. */
    boolean isTransactional(Note note) {
        return !isModuleListener(note) && is(note.type(), TRANSACTIONAL, transactional);
    }

    boolean isModuleListener(Note note) {
        return is(note.type(), Set.of(MODULE_LISTENER), listening);
    }

    /** Whether the same method, or the annotation that is declared here, is a listener too. */
    boolean isOnModuleListener(CodeClass type, Note note) {
        return type.facts().notes().stream()
                .filter(this::isModuleListener)
                .anyMatch(it -> it.place().equals(note.place())
                        && (note.place().member() != null || type.type().isAnnotation()));
    }

    private boolean is(String annotation, Set<String> wanted, Map<String, Boolean> known) {
        if (wanted.contains(annotation)) {
            return true;
        }
        Boolean answer = known.get(annotation);
        if (answer == null) {
            // An annotation may be annotated with itself.
            known.put(annotation, false);
            answer = code.find(annotation).stream()
                    .flatMap(it -> it.facts().notesOnType())
                    .anyMatch(it -> is(it.type(), wanted, known));
            known.put(annotation, answer);
        }
        return answer;
    }
}
