package com.example.shop;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Exit;
import org.springframework.boot.SpringApplication;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.util.function.SingletonSupplier;

/** A broker for all processes of this JVM, which starts when the first of them needs it. */
final class TestBroker {

    /** The variable of the shop's settings. */
    static final String SETTING = "SHOP_KAFKA";

    private static final Supplier<EmbeddedKafkaBroker> BROKER = SingletonSupplier.of(TestBroker::startForAll);

    private TestBroker() {}

    static String address() {
        return BROKER.get().getBrokersAsString();
    }

    private static EmbeddedKafkaBroker startForAll() {
        // It would delete its files while processes that are ending still send to it.
        Exit.setShutdownHookAdder((_, _) -> {});
        EmbeddedKafkaBroker broker = start();
        SpringApplication.getShutdownHandlers().add(broker::destroy);
        return broker;
    }

    /** {@return another one} */
    static EmbeddedKafkaBroker start() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
                // By default it sets a system property that Spring Boot reads, for the whole JVM.
                .brokerListProperty("test.kafka")
                .brokerProperties(Map.of(
                        "group.initial.rebalance.delay.ms", "0",
                        "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        return broker;
    }
}
