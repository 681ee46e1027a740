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
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets few commands at a time work on one and the same thing, before they take a connection: they would wait for each other in the
 * database all the same, and one row that somebody else has locked would take all connections along.
 */
class CommandBulkheads implements MethodInterceptor {

    private static final int AT_ONCE = 3;

    private final ConcurrentHashMap<String, Shared> bulkheads = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        // Inside of a transaction the command is part of another one, which has a place.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        String owner = call.getMethod().getDeclaringClass().getName();
        Deque<Entry> entries = new ArrayDeque<>();
        boolean succeeded = false;
        try {
            // In one order everywhere, so that nobody waits in a circle.
            new TreeSet<>(things(call)).forEach(it -> entries.push(enter(owner + '/' + it)));
            Object result = call.proceed();
            succeeded = true;
            return result;
        } finally {
            for (Entry entry : entries) {
                entry.bulkhead().leave(entry.entered(), succeeded);
                forget(entry.thing());
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

    private Entry enter(String thing) {
        Bulkhead bulkhead = bulkheads
                .compute(thing, (_, it) -> (it == null ? new Shared(new Bulkhead(AT_ONCE), 0) : it).and(1))
                .bulkhead();
        try {
            return new Entry(thing, bulkhead, bulkhead.enter());
        } catch (BulkheadFullException e) {
            forget(thing);
            throw e;
        }
    }

    private void forget(String thing) {
        bulkheads.computeIfPresent(thing, (_, it) -> it.users() == 1 ? null : it.and(-1));
    }

    private record Entry(String thing, Bulkhead bulkhead, long entered) {}

    /** Kept as long as anybody uses it. */
    private record Shared(Bulkhead bulkhead, int users) {

        Shared and(int more) {
            return new Shared(bulkhead, users + more);
        }
    }
}
