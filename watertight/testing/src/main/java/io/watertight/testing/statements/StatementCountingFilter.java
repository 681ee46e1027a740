package io.watertight.testing.statements;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
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

    /** Follows one request onto the thread that Spring MVC streams its response body from. */
    private static final class FollowingInterceptor implements CallableProcessingInterceptor {

        private final Recording recording;
        private final Runnable completion;
        private Recording.@Nullable Following following;

        /**
         * @param completion what to do when the response is complete, also after a failure that is not dispatched again
         */
        FollowingInterceptor(Recording recording, Runnable completion) {
            this.recording = recording;
            this.completion = completion;
        }

        @Override
        public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
            following = recording.follow();
        }

        @Override
        public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
            if (following != null) {
                following.close();
            }
        }

        @Override
        public <T> void afterCompletion(NativeWebRequest request, Callable<T> task) {
            completion.run();
        }
    }
}
