package io.watertight.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.bells.BellService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;

@PlatformTest
class ModulesTests {

    @Autowired
    Modules modules;

    @Autowired
    ApplicationModulesRuntime model;

    @Autowired
    ApplicationModuleIdentifiers migrated;

    @Test
    void areThoseOfSpringModulithsModel() {
        assertThat(modules.names())
                .containsExactlyInAnyOrderElementsOf(model.get().stream()
                        .filter(it -> !model.get().getSharedModules().contains(it))
                        .map(it -> it.getIdentifier().toString())
                        .toList());
    }

    @Test
    void areThoseThatAreMigrated() {
        assertThat(migrated.stream().map(Object::toString)).containsExactlyElementsOf(modules.names());
    }

    @Test
    void haveWhatIsBelowTheirPackage() {
        assertThat(modules.moduleOf(BellService.class)).contains("bells");
        assertThat(modules.moduleOf("io.watertight.proof.bells.internal.Absent"))
                .contains("bells");
        assertThat(modules.moduleOf("io.watertight.proof.bellsandwhistles.Absent"))
                .isEmpty();
    }
}
