package io.watertight.security;

import org.springframework.security.core.AuthenticationException;

/** Passwords are not checked for a while. */
class TooManyWrongPasswords extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyWrongPasswords() {
        super("Too many wrong passwords. Wait a moment before you try again.");
    }
}
