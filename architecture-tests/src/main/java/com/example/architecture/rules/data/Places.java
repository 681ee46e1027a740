package com.example.architecture.rules.data;

import com.example.architecture.codebase.CodeClass;

/** Lines of members. */
final class Places {

    private Places() {}

    /** The first line that is known of a member; a class without one is told by its first line. */
    static int lineOf(CodeClass type, String member) {
        return type.facts().mentions().stream()
                .filter(it -> member.equals(it.place().member()) && it.place().line() > 0)
                .mapToInt(it -> it.place().line())
                .min()
                .orElse(1);
    }
}
