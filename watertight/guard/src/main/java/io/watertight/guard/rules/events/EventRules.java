package io.watertight.guard.rules.events;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.rules.Rule;
import java.util.List;

/** The rules of this group, the most telling first. */
public final class EventRules {

    private EventRules() {}

    public static List<Rule> rules() {
        return List.of(
                new Rule(
                        "foreign-event",
                        RuleGroup.EVENTS,
                        Level.STRICT,
                        "an event is made and published by the module whose event it is",
                        ForeignEvent::examine),
                new Rule(
                        "unregistered-listener",
                        RuleGroup.EVENTS,
                        Level.STRICT,
                        "who listens to another module is an @ApplicationModuleListener with an id of its own",
                        UnregisteredListener::examine),
                new Rule(
                        "foreign-implementation",
                        RuleGroup.EVENTS,
                        Level.STRICT,
                        "a service that its module implements is implemented by nobody else",
                        ForeignImplementation::examine),
                new Rule(
                        "event-registry-use",
                        RuleGroup.EVENTS,
                        Level.STRICT,
                        "no module touches the event registry",
                        EventRegistry::examine,
                        "foreign-table"));
    }
}
