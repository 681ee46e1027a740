package io.watertight.api;

import java.util.Map;
import java.util.Set;

/**
 * On whose behalf something is done: a person, a machine, or the application itself.
 *
 * @param id who it is, unique among all that may call; what is written down of them, in the audit trail for instance
 * @param roles what they are; which roles there are, and what each may do, the application says
 * @param attributes what else is known of them, by name
 */
public record Actor(String id, Set<String> roles, Map<String, String> attributes) {

    /** What nobody can be made from outside. */
    public static final String SYSTEM = "system";

    private static final Actor THE_SYSTEM = new Actor("system", Set.of(SYSTEM), Map.of());
    private static final Actor ANYBODY = new Actor("anonymous", Set.of(), Map.of());

    public Actor {
        roles = Set.copyOf(roles);
        attributes = Map.copyOf(attributes);
    }

    /** The application itself, when it reacts to events or the time has come. */
    public static Actor system() {
        return THE_SYSTEM;
    }

    /** Somebody who has not said who they are. */
    public static Actor anonymous() {
        return ANYBODY;
    }

    /** Whether they have one of these roles; the system has every role. */
    public boolean hasRole(String... anyOf) {
        return roles.contains(SYSTEM) || Set.of(anyOf).stream().anyMatch(roles::contains);
    }
}
