package io.watertight.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Passwords are not checked for a while. */
class TooManyWrongPasswords extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** @param pause the time after which one more password is checked */
    TooManyWrongPasswords(Duration pause) {
        super("Too many wrong passwords. Wait a moment before you try again.");
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
