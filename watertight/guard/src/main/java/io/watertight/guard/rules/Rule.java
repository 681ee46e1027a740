package io.watertight.guard.rules;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.Codebase;

/** One thing that holds everywhere in an application. */
public interface Rule {

    /** A name that lasts: messages and exceptions refer to it. */
    String id();

    RuleGroup group();

    /** What holds, as a sentence. */
    String promise();

    /**
     * Looks at the application and says what was looked at and what is wrong. A rule that has looked at nothing has not
     * held: it did not apply.
     */
    void examine(Codebase code, Findings findings);
}
