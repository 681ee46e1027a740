package io.watertight.security;

import org.springframework.security.core.AuthenticationException;

/** No further password is looked at for a while. */
class TooManyWrongPasswords extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyWrongPasswords() {
        super("That were too many wrong passwords. Wait a little before the next one.");
    }
}
