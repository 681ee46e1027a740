package io.watertight.security;

import io.watertight.security.WrongPasswords.Try;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Looks at no further password of a name for which too many wrong ones came from the same place. It stands around whatever
 * compares passwords, so it sees the name that is compared, however the request has spelt it, by form and by HTTP Basic.
 */
public class SignInLimit implements AuthenticationManager {

    private static final int LONGEST_NAME = 200;

    private final AuthenticationManager passwords;
    private final WrongPasswords wrongPasswords;

    public SignInLimit(AuthenticationManager passwords, WrongPasswords wrongPasswords) {
        this.passwords = passwords;
        this.wrongPasswords = wrongPasswords;
    }

    @Override
    public Authentication authenticate(Authentication caller) throws AuthenticationException {
        if (!(caller instanceof UsernamePasswordAuthenticationToken)
                || !(caller.getDetails() instanceof WebAuthenticationDetails details)) {
            return passwords.authenticate(caller);
        }
        if (caller.getName().length() > LONGEST_NAME) {
            throw new BadCredentialsException("No name is that long");
        }
        Try attempt = wrongPasswords
                .begin(caller.getName(), ClientNetwork.of(details.getRemoteAddress()))
                .orElseThrow(TooManyWrongPasswords::new);
        try {
            Authentication known = passwords.authenticate(caller);
            wrongPasswords.wasRight(attempt);
            return known;
        } catch (AuthenticationServiceException e) {
            wrongPasswords.wasNotCompared(attempt);
            throw e;
        } catch (AuthenticationException e) {
            wrongPasswords.wasWrong(attempt);
            throw e;
        }
    }
}
