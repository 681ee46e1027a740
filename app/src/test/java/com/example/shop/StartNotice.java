package com.example.shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The last lines of a start in development: where the shop is, who may sign in, how to stop. */
class StartNotice {

    /** Whether the shop starts as several processes. */
    static final boolean SPLIT = Boolean.getBoolean("split");

    static final String COMMAND = "./mvnw -q -pl app -am spring-boot:test-run" + (SPLIT ? " -Dsplit" : "");

    private static final Logger log = LoggerFactory.getLogger(StartNotice.class);

    private final Environment environment;

    StartNotice(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell() {
        log.info(
                """
                The shop is ready.

                    Address      http://localhost:{}{}
                    Accounts     admin, clerk and customer; the log of the first start has their passwords.
                                 Lost? Stop the shop and type: SHOP_NEW_PASSWORDS=true {}
                    Stop         Ctrl-C
                """,
                environment.getProperty("local.server.port"),
                environment.getProperty("server.servlet.context-path", ""),
                COMMAND);
    }
}
