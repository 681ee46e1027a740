package com.example.shop.kernel;

import io.watertight.api.Actor;
import io.watertight.api.NotPermittedException;
import org.jspecify.annotations.Nullable;

/** The roles of the shop's callers, and what they allow in every module. */
public final class Roles {

    /** Sees and changes only their own data. */
    public static final String CUSTOMER = "customer";

    /** Does the shop's business, for any customer. */
    public static final String CLERK = "clerk";

    /** Does what clerks do, and operates the shop. */
    public static final String ADMIN = "admin";

    /** The attribute of an actor that holds their customer number. */
    public static final String CUSTOMER_NUMBER = "customer";

    private Roles() {}

    /** Whether they may act for any customer: clerks, administrators and the shop itself. */
    public static boolean isStaff(Actor actor) {
        return actor.hasRole(CLERK, ADMIN);
    }

    /** @throws NotPermittedException if they are not {@linkplain #isStaff staff} */
    public static void requireStaff(Actor actor) {
        if (!isStaff(actor)) {
            throw new NotPermittedException();
        }
    }

    /** Whether they may see and change what belongs to the customer with that number. */
    public static boolean mayActFor(Actor actor, String number) {
        return isStaff(actor) || (actor.hasRole(CUSTOMER) && number.equals(customerNumberOf(actor)));
    }

    /** Their customer number; {@code null} if they are not a customer. */
    public static @Nullable String customerNumberOf(Actor actor) {
        return actor.attributes().get(CUSTOMER_NUMBER);
    }
}
