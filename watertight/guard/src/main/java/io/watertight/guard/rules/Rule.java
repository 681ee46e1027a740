package io.watertight.guard.rules;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import java.util.Set;

/** One thing that holds everywhere in an application. */
public interface Rule {

    About about();

    /**
     * Looks at the application and says what was looked at and what is wrong. A rule that has looked at nothing has not
     * held: it did not apply.
     */
    void examine(CodeBase code, Findings findings);

    /** Rules that tell the cause better: where one of them speaks of a class or file, this one is silent there. */
    default Set<String> yieldsTo() {
        return Set.of();
    }

    /**
     * What a rule is.
     *
     * @param id what it forbids, in a few words that last: messages and exceptions refer to it
     * @param promise what holds, as a sentence
     */
    record About(String id, RuleGroup group, Level level, String promise) {}
}
