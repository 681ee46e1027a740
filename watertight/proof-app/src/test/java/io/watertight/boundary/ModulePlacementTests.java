package io.watertight.boundary;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

class ModulePlacementTests {

    /** As a list in YAML becomes; the conditions that ask whether the application is split would not see it. */
    @Test
    void refusesAListOfModules() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("watertight.modules[0]", "bells")
                .withProperty("watertight.modules[1]", "towers");
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> ModulePlacement.localModules(environment))
                .withMessageContaining("watertight.modules")
                .withMessageContaining("separated by commas");
    }
}
