package io.watertight.operations.audit;

import io.watertight.api.Audited;
import io.watertight.api.CurrentCommand;
import io.watertight.boundary.Modules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Adds the entry of an {@link Audited} command that has succeeded. A command within another is part of the same change, so only
 * the outermost one on a thread is recorded, and none within a {@link CurrentCommand}.
 */
class CommandRecorder implements MethodInterceptor {

    private static final ScopedValue<Command> COMMAND = ScopedValue.newInstance();
    private static final String RESULT = "result";

    private final Modules modules;
    private final SingletonSupplier<JdbcAuditTrail> trail;

    CommandRecorder(Modules modules, ObjectProvider<JdbcAuditTrail> trail) {
        this.modules = modules;
        this.trail = SingletonSupplier.of(() -> trail.getObject());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Object target = call.getThis();
        if (target == null || !mayChangeAnything()) {
            return call.proceed();
        }
        Command command = new Command();
        Object result = ScopedValue.where(COMMAND, command).call(call::proceed);
        if (isPartOfAnother() || command.changedNothing) {
            return result;
        }
        Method method = AopUtils.getMostSpecificMethod(call.getMethod(), target.getClass());
        Audited audited = AnnotatedElementUtils.findMergedAnnotation(method, Audited.class);
        if (audited != null) {
            Map<String, @Nullable Object> request = new LinkedHashMap<>();
            for (int at = 0; at < call.getArguments().length; at++) {
                request.put(method.getParameters()[at].getName(), call.getArguments()[at]);
            }
            List<@Nullable String> subjects = subjects(audited.subject().split("\\."), result, request);
            String module = modules.moduleOf(target.getClass()).orElse(JdbcAuditTrail.NO_MODULE);
            trail.obtain().add(module, method.getName(), subjects, request);
        }
        return result;
    }

    private static boolean isPartOfAnother() {
        return COMMAND.isBound() || CurrentCommand.onThisThread().isPresent();
    }

    static void nothingChanged() {
        if (COMMAND.isBound()) {
            COMMAND.get().changedNothing = true;
        }
    }

    private static boolean mayChangeAnything() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** Several subjects need not be repeated in the request. */
    private static List<@Nullable String> subjects(
            String[] path, @Nullable Object result, Map<String, @Nullable Object> request) {
        Object value = path[0].equals(RESULT) ? result : request.get(path[0]);
        for (String name : Arrays.asList(path).subList(1, path.length)) {
            value = componentOf(value, name);
        }
        if (value instanceof Collection<?> keys) {
            request.remove(path[0]);
            return keys.stream()
                    .distinct()
                    .<@Nullable String>map(String::valueOf)
                    .toList();
        }
        return Arrays.asList(value == null ? null : value.toString());
    }

    private static @Nullable Object componentOf(@Nullable Object owner, String name) {
        if (owner == null) {
            return null;
        }
        Method accessor = ReflectionUtils.findMethod(owner.getClass(), name);
        if (accessor == null || ReflectionUtils.findField(owner.getClass(), name) == null) {
            throw new IllegalStateException("@Audited: %s has no component '%s'".formatted(owner.getClass(), name));
        }
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, owner);
    }

    /** A running command, on this thread only. */
    private static final class Command {

        private boolean changedNothing;
    }
}
