package org.acme;
import static io.watertight.guard.RuleGroup.*;
import io.watertight.guard.Guard;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
class WatertightTests {
    @TestFactory
    Stream<DynamicTest> architecture() {
        return Guard.of(LibApplication.class)
                .only(STRUCTURE, EXPORTS, DATA, TRANSACTIONS, EVENTS, DETOURS, SUPPRESSION).tests();
    }
}
