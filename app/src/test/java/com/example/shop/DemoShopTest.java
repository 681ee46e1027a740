package com.example.shop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole shop with its demo data, as somebody sees it who has just cloned it; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {"shop.demo-data=true", TestAccounts.LOCAL, TestAccounts.PASSWORDS + "demo.txt"})
@AutoConfigureRestTestClient
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the shop with its demo data")
@Import({TestAccounts.class, ShopClient.class, FailingListener.class})
@interface DemoShopTest {}
