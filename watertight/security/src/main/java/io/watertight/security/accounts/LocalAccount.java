package io.watertight.security.accounts;

import io.watertight.api.Actor;
import io.watertight.security.ActorPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A person who signs in with a password, and their actor. */
final class LocalAccount extends User implements ActorPrincipal {

    private static final long serialVersionUID = 1L;
    private static final String ROLE_PREFIX = "ROLE_";

    private final Actor actor;

    LocalAccount(Actor actor, String passwordHash) {
        super(
                actor.id(),
                passwordHash,
                AuthorityUtils.createAuthorityList(
                        actor.roles().stream().map(ROLE_PREFIX::concat).toList()));
        this.actor = actor;
    }

    @Override
    public Actor actor() {
        return actor;
    }
}
