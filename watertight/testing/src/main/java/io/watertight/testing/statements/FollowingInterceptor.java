package io.watertight.testing.statements;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/** Follows one request onto the thread that Spring MVC streams its response body from. */
final class FollowingInterceptor implements CallableProcessingInterceptor {

    private final Recording recording;
    private Recording.@Nullable Following following;

    FollowingInterceptor(Recording recording) {
        this.recording = recording;
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
}
