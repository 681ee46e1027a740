package com.example.shop.kernel;

import io.watertight.api.Actor;
import io.watertight.api.NotPermittedException;
import org.jspecify.annotations.Nullable;

/** What the shop calls those who call it, and what they may do whichever module they call. */
public final class Roles {

    /** Sees and does what concerns themselves. */
    public static final String CUSTOMER = "customer";

    /** Does the shop's business, for any customer. */
    public static final String CLERK = "clerk";

    /** Does what clerks do, and operates the shop. */
    public static final String ADMIN = "admin";

    /** The attribute of an actor that holds the number under which they buy. */
    public static final String CUSTOMER_NUMBER = "customer";

    private Roles() {}

    /** Whether they may act for any customer: clerks, administrators and the shop itself. */
    public static boolean isStaff(Actor actor) {
        return actor.hasRole(CLERK, ADMIN);
    }

    /**
     * @throws NotPermittedException if they are not {@linkplain #isStaff staff}
     */
    public static void requireStaff(Actor actor) {
        if (!isStaff(actor)) {
            throw new NotPermittedException();
        }
    }

    /** Whether what belongs to the customer with that number is theirs to see and to change. */
    public static boolean mayActFor(Actor actor, String number) {
        return isStaff(actor) || (actor.hasRole(CUSTOMER) && number.equals(customerNumberOf(actor)));
    }

    /** The number under which they buy; {@code null} for everybody who is no customer. */
    public static @Nullable String customerNumberOf(Actor actor) {
        return actor.attributes().get(CUSTOMER_NUMBER);
    }
}
