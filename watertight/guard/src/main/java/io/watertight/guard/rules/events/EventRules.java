package io.watertight.guard.rules.events;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of {@link io.watertight.guard.RuleGroup#EVENTS}. */
public final class EventRules {

    private EventRules() {}

    public static List<Rule> rules() {
        return List.of(new ForeignEvents(), new ForeignServices(), new UntouchedRegistry(), new ModuleListeners());
    }
}
