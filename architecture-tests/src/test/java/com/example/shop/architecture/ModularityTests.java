package com.example.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@Execution(ExecutionMode.CONCURRENT)
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(ShopApplication.class);

    @Test
    void modulesDependOnEachOtherOnlyAsDeclared() {
        modules.verify();
    }

    @Test
    void findsEveryModuleThatHasAFolder() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "modules"))) {
            assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                    .containsAll(folders.filter(it -> Files.exists(it.resolve("src/main/java")))
                            .map(it -> it.getFileName().toString())
                            .toList());
        }
    }
}
