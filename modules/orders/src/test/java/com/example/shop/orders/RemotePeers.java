package com.example.shop.orders;

import com.example.shop.catalog.Hold;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.customers.BuyerDto;
import com.example.shop.customers.CustomerInactiveException;
import io.watertight.api.LocalModules;
import io.watertight.api.Problem.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Catalog and customers as they are when they run in other processes: called outside transactions, slow, and sometimes lost. */
@TestConfiguration(proxyBeanMethods = false)
public class RemotePeers {

    private final Map<String, Runnable> faults = new ConcurrentHashMap<>();

    /** The process of the orders has all modules again. */
    private volatile boolean together;

    @Bean
    @Primary
    LocalModules ordersOnly() {
        return it -> together || it.equals("orders");
    }

    @Bean
    @Primary
    Catalog remoteCatalog() {
        return new Catalog();
    }

    @Bean
    @Primary
    Customers remoteCustomers() {
        return new Customers();
    }

    /**
     * @param point {@code before} or {@code after} and the name of a method
     * @param fault what happens there, once
     */
    public void once(String point, Runnable fault) {
        faults.put(point, fault);
    }

    public void bringTogether(boolean all) {
        together = all;
    }

    private void pass(String point) {
        if (!together && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("A transaction waits for another process");
        }
        Runnable fault = faults.remove(point);
        if (fault != null) {
            fault.run();
        }
    }

    /** The end of a process, after which none of its code runs. */
    public static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** What orders hold, by their ids. */
    public final class Catalog extends InMemoryCatalog {

        private final Map<UUID, String> reservations = new ConcurrentHashMap<>();
        private final AtomicInteger releaseCalls = new AtomicInteger();
        private final Set<String> discontinued = ConcurrentHashMap.newKeySet();

        public String reservation(UUID order) {
            return reservations.getOrDefault(order, "NONE");
        }

        /** The orders that hold something, confirmed or not. */
        public List<UUID> holders() {
            return reservations.entrySet().stream()
                    .filter(it -> Set.of("RESERVED", "CONFIRMED").contains(it.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        public int releaseCalls() {
            return releaseCalls.get();
        }

        public void end(String sku) {
            discontinued.add(sku);
        }

        @Override
        public List<ReservedProductDto> reserve(UUID order, List<RequestedLine> lines, Hold hold) {
            pass("before reserve");
            if (reservation(order).equals("RELEASED")) {
                throw new ReservationEndedException(order, "has been released");
            }
            if (lines.stream().map(RequestedLine::sku).anyMatch(discontinued::contains)) {
                throw new ProductsDiscontinuedException(List.of(new Field("lines[0].sku", "is no longer sold")));
            }
            List<ReservedProductDto> reserved = super.reserve(order, lines, hold);
            reservations.put(order, "RESERVED");
            pass("after reserve");
            return reserved;
        }

        @Override
        public void confirm(UUID order) {
            pass("before confirm");
            if (!reservation(order).equals("RESERVED")) {
                throw new ReservationEndedException(order, "has been released");
            }
            reservations.put(order, "CONFIRMED");
            pass("after confirm");
        }

        @Override
        public void release(Collection<UUID> orders) {
            pass("before release");
            releaseCalls.incrementAndGet();
            orders.forEach(it -> reservations.put(it, "RELEASED"));
            pass("after release");
        }

        @Override
        public void consume(UUID order) {
            pass("before consume");
            if (!Set.of("CONFIRMED", "CONSUMED").contains(reservation(order))) {
                throw new ReservationEndedException(order, "is not confirmed");
            }
            reservations.put(order, "CONSUMED");
            pass("after consume");
        }
    }

    /** Who has been deactivated meanwhile. */
    public final class Customers extends InMemoryCustomers {

        private final Set<String> inactive = ConcurrentHashMap.newKeySet();

        public void bar(String number) {
            inactive.add(number);
        }

        @Override
        public BuyerDto buyer(String number) {
            pass("before buyer");
            if (inactive.contains(number)) {
                throw new CustomerInactiveException(number);
            }
            BuyerDto buyer = super.buyer(number);
            pass("after buyer");
            return buyer;
        }
    }
}
