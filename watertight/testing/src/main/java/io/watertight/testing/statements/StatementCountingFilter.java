package io.watertight.testing.statements;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the statements of requests with the header {@value StatementCounter#HEADER}. */
final class StatementCountingFilter extends OncePerRequestFilter implements Ordered {

    private static final String RECORDING = StatementCountingFilter.class.getName();

    private final StatementCounter counter;

    StatementCountingFilter(StatementCounter counter) {
        this.counter = counter;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(StatementCounter.HEADER) == null;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = request.getHeader(StatementCounter.HEADER);
        var recording = recordingOf(request, id);
        try (var _ = recording.follow()) {
            chain.doFilter(request, response);
        } finally {
            if (!request.isAsyncStarted()) {
                counter.finish(id, recording);
            }
        }
    }

    private Recording recordingOf(HttpServletRequest request, String id) {
        if (request.getAttribute(RECORDING) instanceof Recording begun) {
            return begun;
        }
        var recording = new Recording();
        request.setAttribute(RECORDING, recording);
        WebAsyncUtils.getAsyncManager(request)
                .registerCallableInterceptor(
                        RECORDING, new FollowingInterceptor(recording, () -> counter.finish(id, recording)));
        return recording;
    }
}
