package io.watertight.security;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The application itself: a listener, a job, start-up code. No request ever gets it. */
public final class SystemAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private SystemAuthentication() {
        super(AuthorityUtils.NO_AUTHORITIES);
        setAuthenticated(true);
    }

    /** {@return the same work, run as the system} */
    static Runnable working(Runnable work) {
        return () -> {
            SecurityContext before = SecurityContextHolder.getContext();
            try {
                begin();
                work.run();
            } finally {
                SecurityContextHolder.setContext(before);
            }
        };
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
