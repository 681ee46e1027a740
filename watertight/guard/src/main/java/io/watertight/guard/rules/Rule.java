package io.watertight.guard.rules;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import java.util.function.BiConsumer;

/**
 * One thing that holds everywhere in an application.
 *
 * @param id what it forbids, in a few words that last: messages and exceptions refer to it
 * @param page what is said of it to people
 * @param examination looks at the application and says what was looked at and what is wrong; a rule that has looked at
 *     nothing has not held: it did not apply
 */
public record Rule(String id, RuleGroup group, Level level, RulePage page, BiConsumer<CodeBase, Findings> examination) {

    public Findings examine(CodeBase code) {
        Findings findings = new Findings(code, this);
        examination.accept(code, findings);
        return findings;
    }
}
