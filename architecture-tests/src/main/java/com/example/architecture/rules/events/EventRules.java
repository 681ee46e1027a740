package com.example.architecture.rules.events;

import com.example.architecture.rules.Rule;
import java.util.List;

/** The rules of {@link com.example.architecture.RuleGroup#EVENTS}. */
public final class EventRules {

    private EventRules() {}

    public static List<Rule> rules() {
        return List.of(new ForeignEvents(), new ForeignServices(), new UntouchedRegistry(), new ModuleListeners());
    }
}
