package io.watertight.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The shop itself at work: a listener, a job, the start. No request ever gets it. */
public final class SystemAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private SystemAuthentication() {
        super(AuthorityUtils.NO_AUTHORITIES);
        setAuthenticated(true);
    }

    /** As the shop itself, until the work is done. */
    static void run(Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            begin();
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** From now on this thread works for the shop itself. */
    public static void begin() {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SystemAuthentication());
        SecurityContextHolder.setContext(context);
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getPrincipal() {
        return "system";
    }
}
