package io.watertight.security;

import io.watertight.security.WrongPasswords.Attempt;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks no more passwords for a name after too many wrong ones from the same network. It wraps the password check, so it sees
 * the actual name, whether it came by form or by HTTP Basic.
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
            throw new BadCredentialsException("The name is too long");
        }
        Attempt attempt = wrongPasswords
                .begin(caller.getName(), ClientNetwork.of(details.getRemoteAddress()))
                .orElseThrow(this::tooMany);
        Authentication known;
        try {
            known = passwords.authenticate(caller);
        } catch (AuthenticationServiceException e) {
            attempt.wasNotCompared();
            throw e;
        } catch (AuthenticationException e) {
            if (!attempt.wasWrong()) {
                throw tooMany();
            }
            throw e;
        } catch (RuntimeException e) {
            attempt.wasNotCompared();
            throw e;
        }
        if (!attempt.wasRight()) {
            throw tooMany();
        }
        return known;
    }

    private TooManyWrongPasswords tooMany() {
        return new TooManyWrongPasswords(wrongPasswords.pause());
    }
}
