package io.watertight.api;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The person, program or application on whose behalf something is done; serializable, because sessions hold one.
 *
 * @param id unique among all callers; recorded in the audit trail
 * @param roles their roles; the application defines which roles exist and what each may do
 * @param attributes further information about them, by name
 */
public record Actor(String id, Set<String> roles, Map<String, String> attributes) implements Serializable {

    /** The role of the application itself; no external caller can have it. */
    public static final String SYSTEM = "system";

    private static final Actor THE_SYSTEM = new Actor("system", Set.of(SYSTEM), Map.of());
    private static final Actor ANONYMOUS = new Actor("anonymous", Set.of(), Map.of());

    public Actor {
        roles = Set.copyOf(roles);
        attributes = Map.copyOf(attributes);
    }

    /** {@return the application itself, which runs listeners and scheduled jobs} */
    public static Actor system() {
        return THE_SYSTEM;
    }

    /** {@return a caller who has not signed in} */
    public static Actor anonymous() {
        return ANONYMOUS;
    }

    /** {@return whether they have one of these roles; the system has every role} */
    public boolean hasRole(String... anyOf) {
        return roles.contains(SYSTEM) || Arrays.stream(anyOf).anyMatch(roles::contains);
    }
}
