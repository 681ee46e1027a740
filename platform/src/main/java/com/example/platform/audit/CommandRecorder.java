package com.example.platform.audit;

import com.example.platform.roles.Modules;
import java.lang.reflect.RecordComponent;
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
    private final ObjectProvider<AuditTrail> trail;

    CommandRecorder(Modules modules, ObjectProvider<AuditTrail> trail) {
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
        String module = modules.moduleOf(target.getClass()).orElseThrow();
        trail.getObject()
                .add(
                        module,
                        AopUtils.getMostSpecificMethod(call.getMethod(), target.getClass()),
                        call.getArguments(),
                        subject(result, call.getArguments()));
        return result;
    }

    private static boolean mayChangeAnything() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** By convention a DTO begins with its key, and a command that returns none takes the key first. */
    private static @Nullable String subject(@Nullable Object result, @Nullable Object[] arguments) {
        if (result instanceof Record dto && dto.getClass().getRecordComponents().length > 0) {
            RecordComponent first = dto.getClass().getRecordComponents()[0];
            ReflectionUtils.makeAccessible(first.getAccessor());
            Object key = ReflectionUtils.invokeMethod(first.getAccessor(), dto);
            if (isKey(key) || key instanceof Number) {
                return String.valueOf(key);
            }
        }
        return arguments.length > 0 && isKey(arguments[0]) ? String.valueOf(arguments[0]) : null;
    }

    private static boolean isKey(@Nullable Object value) {
        return value instanceof String || value instanceof UUID;
    }
}
