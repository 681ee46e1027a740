package io.watertight.operations.events;

import io.watertight.api.ModuleUnavailableException;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;

/**
 * Records why a listener failed, and skips listeners whose publication another thread or instance processes. Runs inside the
 * event registry's advice, which also needs the exception, and outside the listener's module and transaction, which has been
 * rolled back by then.
 */
record FailureRecorder(ObjectProvider<FailureLog> failures) implements MethodInterceptor {

    static final int AFTER_THE_EVENT_REGISTRY = Ordered.HIGHEST_PRECEDENCE + 50;

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (ListenerThread.isPostponing() || ListenerThread.isSkipped()) {
            throw new PublicationSkippedException();
        }
        try {
            return call.proceed();
        } catch (Throwable e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof ModuleUnavailableException) {
                ListenerThread.unanswered();
            }
            if (call.getArguments().length > 0) {
                Method method = call.getMethod();
                String listener = ModuleListeners.idOf(method.getDeclaringClass(), method);
                Object event = call.getArguments()[0];
                failures.ifAvailable(it -> it.record(listener, event, e));
            }
            throw e;
        }
    }

    /** Aborts a call before the listener runs: another thread or instance processes the publication, or it must wait. */
    static class PublicationSkippedException extends RuntimeException {

        PublicationSkippedException() {
            super("Another thread or instance processes the publication", null, false, false);
        }
    }
}
