package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;

/** A thousand clients who want what there is too little of. */
@ShopTest
@Isolated
class CrowdTests {

    private static final int CLIENTS = 1_000;
    private static final int PRODUCTS = 10;
    private static final int STOCK = 30;

    @Autowired
    ShopClient shop;

    @Test
    void sellsAllThatThereIsAndNotOneMore() throws Exception {
        String customer = shop.customer();
        List<String> skus = shop.products(PRODUCTS, STOCK);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> clients = IntStream.range(0, CLIENTS)
                    .<Callable<Integer>>mapToObj(it -> () -> shop.order(customer, List.of(skus.get(it % PRODUCTS)), 1)
                            .returnResult(byte[].class)
                            .getStatus()
                            .value())
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(clients)) {
                answers.add(answer.get());
            }
        }
        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(byStatus)
                .containsOnly(
                        Map.entry(201, (long) PRODUCTS * STOCK), Map.entry(409, (long) CLIENTS - PRODUCTS * STOCK));
        assertThat(skus).allSatisfy(it -> assertThat(shop.stock(it)).isZero());
    }
}
