package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.Hold;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.StockService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogTest
class ConcurrentReservationTests {

    @Autowired
    CatalogService catalog;

    @Autowired
    StockService stock;

    GivenProducts given;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
    }

    @Test
    void neverOversellsAndNeverRefusesWhatIsThere() throws Exception {
        String sku = given.inStock(100);
        List<Boolean> granted = allAtOnce(200, _ -> reserves(UUID.randomUUID(), List.of(new RequestedLine(sku, 1))));
        assertThat(granted).filteredOn(it -> it).hasSize(100);
        assertThat(catalog.product(sku).stock()).isZero();
    }

    @Test
    void neitherDeadlocksNorLosesStockWhateverTheOrderOfTheLines() throws Exception {
        List<String> skus = given.inStock(8, 1_000);
        List<Boolean> granted = allAtOnce(200, number -> {
            List<RequestedLine> lines = new ArrayList<>(
                    skus.stream().map(it -> new RequestedLine(it, 1)).toList());
            Collections.shuffle(lines);
            UUID order = UUID.randomUUID();
            boolean reserved = reserves(order, lines);
            if (number % 2 == 0) {
                stock.release(List.of(order));
            }
            return reserved;
        });
        assertThat(granted).containsOnly(true);
        assertThat(skus)
                .allSatisfy(it -> assertThat(catalog.product(it).stock()).isEqualTo(900));
    }

    @Test
    void reservesOnceForAnOrderThatAsksFromManySides() throws Exception {
        String sku = given.inStock(100);
        UUID order = UUID.randomUUID();
        List<Boolean> granted = allAtOnce(20, _ -> reserves(order, List.of(new RequestedLine(sku, 3))));
        assertThat(granted).containsOnly(true);
        assertThat(catalog.product(sku).stock()).isEqualTo(97);
    }

    @Test
    void holdsNothingForAnOrderThatIsGivenUpWhileItReserves() throws Exception {
        String sku = given.inStock(100);
        for (int i = 0; i < 20; i++) {
            UUID order = UUID.randomUUID();
            allAtOnce(4, number -> {
                if (number % 2 == 0) {
                    stock.release(List.of(order));
                    return true;
                }
                return reserves(order, List.of(new RequestedLine(sku, 3)));
            });
            assertThat(catalog.product(sku).stock()).isEqualTo(100);
        }
    }

    @Test
    void sellsNothingAfterTheSaleHasEnded() throws Exception {
        String sku = given.inStock(1_000);
        List<Boolean> granted = allAtOnce(60, number -> {
            if (number == 30) {
                catalog.discontinue(sku);
                return false;
            }
            return reserves(UUID.randomUUID(), List.of(new RequestedLine(sku, 1)));
        });
        long sold = granted.stream().filter(it -> it).count();
        assertThat(catalog.product(sku).stock()).isEqualTo(1_000 - sold);
        assertThat(reserves(UUID.randomUUID(), List.of(new RequestedLine(sku, 1))))
                .isFalse();
    }

    private boolean reserves(UUID order, List<RequestedLine> lines) {
        try {
            stock.reserve(order, lines, Hold.FIRM);
            return true;
        } catch (InsufficientStockException | ProductsDiscontinuedException | ReservationEndedException e) {
            return false;
        }
    }

    private static List<Boolean> allAtOnce(int times, Attempt attempt) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> attempts = IntStream.range(0, times)
                    .<Callable<Boolean>>mapToObj(number -> () -> attempt.make(number))
                    .toList();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> result : threads.invokeAll(attempts)) {
                results.add(result.get());
            }
            return results;
        }
    }

    @FunctionalInterface
    private interface Attempt {

        boolean make(int number) throws Exception;
    }
}
