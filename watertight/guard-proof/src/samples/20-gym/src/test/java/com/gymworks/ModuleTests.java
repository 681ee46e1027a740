package com.gymworks;

import io.watertight.guard.Guard;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ModuleTests {

    @TestFactory
    Stream<DynamicTest> guard() {
        return Guard.of(GymApplication.class).tests();
    }
}
