package com.example.shop.orders;

import io.watertight.testing.pages.Pages;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/**
 * Orders alone, with a catalog and customers that live in memory, over HTTP and in-process, on a PostgreSQL of its own;
 * all such tests share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
// What is overdue is undone when a test says so.
@TestPropertySource(properties = "orders.undoing=1h")
@Import({InMemoryCatalog.class, InMemoryCustomers.class, Pages.class})
public @interface OrdersTest {}
