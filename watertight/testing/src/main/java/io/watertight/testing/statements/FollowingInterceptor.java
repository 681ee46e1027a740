package io.watertight.testing.statements;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/** Follows one request onto the thread that Spring MVC streams its response body from. */
final class FollowingInterceptor implements CallableProcessingInterceptor {

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
