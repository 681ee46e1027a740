package io.watertight.security;

import io.watertight.api.Actor;

/** A principal, such as the user details of an account, that knows its actor. */
public interface ActorPrincipal {

    Actor actor();
}
