package io.watertight.guard.rules.events;

import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class EventRules {

    private EventRules() {}

    public static List<Rule> rules() {
        return List.of(new ForeignEvent(), new UnregisteredListener(), new ForeignImplementation(), new EventRegistry());
    }
}
