package com.example.architecture;

import com.example.shop.ShopApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules, on this shop. */
class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureSuite.of(ShopApplication.class).tests();
    }
}
