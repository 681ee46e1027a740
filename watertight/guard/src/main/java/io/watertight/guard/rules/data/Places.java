package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.ClassFacts;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Lines;

/** Lines of members. */
final class Places {

    private Places() {}

    /** {@code file:line} of the first of these lines; of the declaration of the class if none is known. */
    static String of(Codebase code, CodeClass type, Lines lines) {
        return lines.first() == 1 ? code.where(type) : code.where(type, lines.first());
    }

    /** {@code file:line} of a member; of a constructor by its code, since its declaration bears another name. */
    static String of(Codebase code, CodeClass type, String member) {
        return member.equals("<init>") ? code.where(type, lineOf(type, member)) : code.where(type, member);
    }

    /** The line of a place, or that of its member: a type of a variable, say, stands at none. */
    static int lineOf(CodeClass type, ClassFacts.Place place) {
        return place.line() == 0 && place.member() != null ? lineOf(type, place.member()) : place.line();
    }

    /** The first line that is known of a member; a class without one is told by its first line. */
    static int lineOf(CodeClass type, String member) {
        return type.facts().mentions().stream()
                .filter(it -> member.equals(it.place().member()) && it.place().line() > 0)
                .mapToInt(it -> it.place().line())
                .min()
                .orElse(1);
    }
}
