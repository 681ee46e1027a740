package io.watertight.security;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The application itself: a listener, a job, start-up code. No request ever gets it. */
public final class SystemAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private SystemAuthentication() {
        super(AuthorityUtils.NO_AUTHORITIES);
        setAuthenticated(true);
    }

    /** {@return the same work, run as the system} */
    static Runnable working(Runnable work) {
        return new DelegatingSecurityContextRunnable(work, ofTheSystem());
    }

    static @Nullable Object proceed(MethodInvocation call) throws Throwable {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            begin();
            return call.proceed();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Lets this thread run as the system. */
    public static void begin() {
        SecurityContextHolder.setContext(ofTheSystem());
    }

    private static SecurityContext ofTheSystem() {
        return new SecurityContextImpl(new SystemAuthentication());
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
