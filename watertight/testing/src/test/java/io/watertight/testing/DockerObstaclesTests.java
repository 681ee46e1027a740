package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.ResourceReaper;

class DockerObstaclesTests {

    @Test
    void knowTheImageThatTestcontainersStartsBesidesOurs() throws IOException {
        try (var ryuk = ResourceReaper.class.getResourceAsStream("RyukContainer.class")) {
            assertThat(ryuk).isNotNull();
            assertThat(new String(ryuk.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains(DockerObstacles.RYUK_IMAGE);
        }
    }
}
