package io.watertight.security;

import io.watertight.api.Actor;

/** A principal, such as the user details of an account, that knows which actor it stands for. */
public interface ActorPrincipal {

    Actor actor();
}
