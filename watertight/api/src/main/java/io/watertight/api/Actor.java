package io.watertight.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done: a person, a machine, or the shop itself.
 *
 * @param id who it is, unique among all that may call; what is written down of him, in the audit trail for instance
 * @param roles what he is: {@link #CUSTOMER}, {@link #CLERK}, {@link #ADMIN}, {@link #SYSTEM}; others mean nothing here
 * @param customer the number under which he buys; {@code null} for everybody who is no customer
 */
public record Actor(String id, Set<String> roles, @Nullable String customer) {

    /** Sees and places his own orders. */
    public static final String CUSTOMER = "customer";

    /** Does the shop's business, for any customer. */
    public static final String CLERK = "clerk";

    /** Does what clerks do, and operates the shop. */
    public static final String ADMIN = "admin";

    /** The shop itself, when it reacts to events or the time has come. */
    public static final String SYSTEM = "system";

    private static final Actor THE_SYSTEM = new Actor("system", Set.of(SYSTEM), null);
    private static final Actor ANYBODY = new Actor("anonymous", Set.of(), null);

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The shop itself; it may do whatever staff may. */
    public static Actor system() {
        return THE_SYSTEM;
    }

    /** Somebody who has not said who he is. */
    public static Actor anonymous() {
        return ANYBODY;
    }

    /** Whether he is that. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether he may act for any customer: clerks, administrators and the shop itself. */
    public boolean isStaff() {
        return is(CLERK) || is(ADMIN) || is(SYSTEM);
    }

    /**
     * @throws NotPermitted if he is not {@linkplain #isStaff() staff}
     */
    public void requireStaff() {
        if (!isStaff()) {
            throw new NotPermitted();
        }
    }

    /** Whether what belongs to the customer with that number is his to see and to change. */
    public boolean mayActFor(String number) {
        return isStaff() || (is(CUSTOMER) && number.equals(customer));
    }
}
