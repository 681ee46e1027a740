package io.watertight.boundary.data;

import io.watertight.api.Contended;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets one command at a time work on the same thing, before it takes a connection: the commands would wait for each other in
 * the database anyway, and one locked row would use up all connections.
 */
class CommandBulkheads implements MethodInterceptor {

    private static final int AT_ONCE = 1;

    private final ConcurrentHashMap<String, Shared> bulkheads = new ConcurrentHashMap<>();

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
