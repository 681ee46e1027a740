package com.example.shop;

import io.watertight.testing.processes.ProcessKeys;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The process of the modules that others call, and {@link CallingProcess}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {
            TestAccounts.LOCAL,
            TestAccounts.PASSWORDS + "split-shop.txt",
            "watertight.modules=catalog,customers",
            "logging.level.kafka=warn"
        })
@AutoConfigureRestTestClient
@Tag("split")
@SeveralProcesses
@Import({TestAccounts.class, CallingProcess.class, CallerOfAll.class})
@ContextConfiguration(initializers = SplitShopTest.KnowsTheCaller.class)
@interface SplitShopTest {

    /** The private key goes to the callers, the public one to the processes that are called. */
    class KnowsTheCaller implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ProcessKeys keys = ProcessKeys.of(CallingProcess.NAME, CallingProcess.KEYS);
            TestPropertyValues.of(Map.of(
                            CallingProcess.PUBLIC_KEY,
                            "file:" + keys.publicKey(),
                            "watertight.process.peers." + CallingProcess.ITS_CALLER,
                            "file:" + keys.publicKey(),
                            // Its modules depend on none of those that run here.
                            "watertight.process.peers.customers-2",
                            "file:" + keys.publicKey(),
                            CallingProcess.PRIVATE_KEY,
                            "file:" + keys.privateKey(),
                            TestBroker.SETTING,
                            TestBroker.address(),
                            TestCollector.SETTING,
                            TestCollector.address()))
                    .applyTo(context);
        }
    }
}
