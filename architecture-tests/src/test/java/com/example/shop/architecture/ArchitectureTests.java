package com.example.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.RuleResult.Status;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import com.example.shop.ShopApplication;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules, on this shop. */
class ArchitectureTests {

    private static final Codebase SHOP = Codebase.of(ShopApplication.class);

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureSuite.of(ShopApplication.class).tests();
    }

    @Test
    void everyRuleHasSomethingToLookAt() {
        assertThat(ArchitectureSuite.of(SHOP, Clock.systemUTC()).examine().results())
                .filteredOn(it -> it.status() == Status.NOT_APPLICABLE)
                .extracting(RuleResult::rule)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleHasWhatTheRulesAreAbout(DomainModule module) {
        assertThat(SHOP.exportsOf(module)).as("exported types").isNotEmpty();
        assertThat(SHOP.persistence().entities()).as("entities").anyMatch(it -> module.equals(it.actor()));
        assertThat(SHOP.persistence().repositories()).as("repositories").anyMatch(it -> module.equals(it.actor()));
        assertThat(SHOP.migrations().files())
                .as("migrations")
                .anyMatch(it -> it.folder().equals(module.name()));
        assertThat(SHOP.tests()).as("tests").anyMatch(it -> module.equals(it.actor()));
    }

    static List<DomainModule> modules() {
        return SHOP.businessModules();
    }
}
