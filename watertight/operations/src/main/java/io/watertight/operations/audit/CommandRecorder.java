package io.watertight.operations.audit;

import io.watertight.boundary.Modules;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;

/**
 * Makes the entry of a command that has succeeded. A service that calls another is part of the same change, so the
 * outermost command on a thread makes the only one.
 */
class CommandRecorder implements MethodInterceptor {

    private static final ScopedValue<MethodInvocation> COMMAND = ScopedValue.newInstance();

    private final Modules modules;
    private final ObjectProvider<JdbcAuditTrail> trail;

    CommandRecorder(Modules modules, ObjectProvider<JdbcAuditTrail> trail) {
        this.modules = modules;
        this.trail = trail;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Object target = call.getThis();
        if (target == null || COMMAND.isBound() || !mayChangeAnything()) {
            return call.proceed();
        }
        Object result = ScopedValue.where(COMMAND, call).call(call::proceed);
        Method method = AopUtils.getMostSpecificMethod(call.getMethod(), target.getClass());
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        for (int at = 0; at < call.getArguments().length; at++) {
            request.put(method.getParameters()[at].getName(), call.getArguments()[at]);
        }
        trail.getObject()
                .add(
                        modules.moduleOf(target.getClass()).orElseThrow(),
                        method.getName(),
                        subjects(result, request),
                        request);
        return result;
    }

    private static boolean mayChangeAnything() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /**
     * By convention a DTO begins with its key, and a command that returns none takes the key first, or several of them,
     * which then need not stand in the request as well.
     */
    private static List<@Nullable String> subjects(@Nullable Object result, Map<String, @Nullable Object> request) {
        if (result instanceof Record dto && dto.getClass().getRecordComponents().length > 0) {
            RecordComponent first = dto.getClass().getRecordComponents()[0];
            ReflectionUtils.makeAccessible(first.getAccessor());
            Object key = ReflectionUtils.invokeMethod(first.getAccessor(), dto);
            if (isKey(key) || key instanceof Number) {
                return List.of(String.valueOf(key));
            }
        }
        Map.Entry<String, @Nullable Object> first =
                request.entrySet().stream().findFirst().orElse(null);
        if (first != null
                && first.getValue() instanceof Collection<?> keys
                && keys.stream().allMatch(CommandRecorder::isKey)) {
            request.remove(first.getKey());
            return keys.stream()
                    .distinct()
                    .<@Nullable String>map(String::valueOf)
                    .toList();
        }
        return Collections.singletonList(
                first != null && isKey(first.getValue()) ? String.valueOf(first.getValue()) : null);
    }

    private static boolean isKey(@Nullable Object value) {
        return value instanceof String || value instanceof UUID;
    }
}
