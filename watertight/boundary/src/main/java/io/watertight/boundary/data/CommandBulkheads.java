package io.watertight.boundary.data;

import io.watertight.api.Contended;
import io.watertight.boundary.Modules;
import io.watertight.boundary.data.Bulkhead.BulkheadFullException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Applies to the commands of modules' services whose first argument says what they change, outside their transactions.
 *
 * <p>Lets one command at a time work on the same thing, before it takes a connection: the commands would wait for each other in
 * the database anyway, and one locked row would use up all connections.
 */
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class CommandBulkheads extends StaticMethodMatcherPointcutAdvisor implements MethodInterceptor {

    private static final int AROUND_TRANSACTIONS = HIGHEST_PRECEDENCE + 200;

    private static final int AT_ONCE = 1;

    private final transient ObjectProvider<TransactionAttributeSource> transactions;
    private final transient ConcurrentHashMap<String, Shared> bulkheads = new ConcurrentHashMap<>();

    CommandBulkheads(Modules modules, ObjectProvider<TransactionAttributeSource> transactions) {
        this.transactions = transactions;
        setAdvice(this);
        setOrder(AROUND_TRANSACTIONS);
        setClassFilter(it -> AnnotatedElementUtils.hasAnnotation(it, Service.class)
                && modules.moduleOfBean(it).isPresent());
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        if (method.getParameterCount() == 0 || !saysWhatItChanges(method.getParameterTypes()[0])) {
            return false;
        }
        TransactionAttribute transaction = transactions.getObject().getTransactionAttribute(method, targetClass);
        return transaction != null && !transaction.isReadOnly();
    }

    private static boolean saysWhatItChanges(Class<?> argument) {
        return argument == String.class || argument == UUID.class || Contended.class.isAssignableFrom(argument);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        // Inside a transaction the command is part of another one, which has a permit.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        String owner = call.getMethod().getDeclaringClass().getName();
        Deque<String> entered = new ArrayDeque<>();
        boolean vainly = false;
        try {
            // Always in the same order, to prevent deadlocks.
            for (String thing : new TreeSet<>(things(call))) {
                String name = owner + '/' + thing;
                enter(name);
                entered.push(name);
            }
            return call.proceed();
        } catch (ConcurrencyFailureException
                | QueryTimeoutException
                | DataAccessResourceFailureException
                | TransactionException e) {
            vainly = !(e instanceof OptimisticLockingFailureException);
            throw e;
        } finally {
            for (String thing : entered) {
                leave(thing, vainly);
            }
        }
    }

    private static Set<String> things(MethodInvocation call) {
        return switch (call.getArguments()[0]) {
            case Contended command -> command.contended();
            case String key -> Set.of(key);
            case UUID key -> Set.of(key.toString());
            case null, default -> Set.of();
        };
    }

    private void enter(String thing) {
        Bulkhead bulkhead = bulkheads
                .compute(thing, (_, it) -> (it == null ? new Shared(new Bulkhead(AT_ONCE), 0) : it).and(1))
                .bulkhead();
        try {
            bulkhead.enter();
        } catch (BulkheadFullException e) {
            forget(thing);
            throw e;
        }
    }

    private void leave(String thing, boolean vainly) {
        Shared shared = bulkheads.get(thing);
        if (shared != null) {
            shared.bulkhead().leave(vainly);
            forget(thing);
        }
    }

    private void forget(String thing) {
        bulkheads.computeIfPresent(thing, (_, it) -> it.users() == 1 ? null : it.and(-1));
    }

    /** Kept as long as it is in use. */
    private record Shared(Bulkhead bulkhead, int users) {

        Shared and(int more) {
            return new Shared(bulkhead, users + more);
        }
    }
}
