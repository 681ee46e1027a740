package com.example.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(ShopApplication.class);

    @Test
    void modulesDependOnEachOtherOnlyAsDeclared() {
        modules.verify();
    }

    @Test
    void findsEveryModule() {
        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrder("kernel", "catalog", "customers", "orders");
    }
}
