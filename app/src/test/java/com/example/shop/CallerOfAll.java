package com.example.shop;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The process of {@code modules/demo/}, which uses all others: it calls {@link CallingProcess} and the one that this calls. */
@Lazy
class CallerOfAll implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    CallerOfAll(Environment called, CallingProcess orders, JdbcConnectionDetails database) {
        this.context = CallingProcess.start(
                database.getJdbcUrl(),
                "--watertight.modules=demo",
                "--watertight.process.name=" + CallingProcess.ITS_CALLER,
                "--watertight.process.private-key=" + called.getRequiredProperty(CallingProcess.PRIVATE_KEY),
                "--watertight.remote.catalog.url=" + orders.addressOfCalled(),
                "--watertight.remote.catalog." + CallingProcess.PATIENCE,
                "--watertight.remote.customers.url=" + orders.addressOfCalled(),
                "--watertight.remote.customers." + CallingProcess.PATIENCE,
                "--watertight.remote.orders.url=" + orders.address(),
                "--watertight.remote.orders." + CallingProcess.PATIENCE);
    }

    <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
