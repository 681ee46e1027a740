package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** A shop in several processes has its migrator in the one that migrates, which gives the others' logins their rights. */
class MigratorTests {

    private static final String MIGRATES = "WATERTIGHT_DATA_MIGRATE";

    @Test
    void isOfOneServiceOfCompose() throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(Path.of("../compose.split.yml")));
        Map<String, Map<?, ?>> environments = new HashMap<>();
        ((Map<?, ?>) Manifests.at(compose, "services")).forEach((name, service) -> {
            if (((Map<?, ?>) service).get("environment") instanceof Map<?, ?> environment
                    && environment.containsKey("SHOP_DATABASE_USER")) {
                environments.put(String.valueOf(name), environment);
            }
        });
        assertIsOf("init", environments);
    }

    @Test
    void isOfTheJobOfKubernetes() throws IOException {
        Map<String, Map<?, ?>> environments = Manifests.all().stream()
                .filter(it -> it.get("kind").equals("Job") || it.get("kind").equals("Deployment"))
                .collect(Collectors.toMap(
                        it -> String.valueOf(Manifests.at(it, "metadata", "name")), MigratorTests::environmentOf));
        assertIsOf("migrate", environments);
    }

    private static void assertIsOf(String migrating, Map<String, Map<?, ?>> environments) throws IOException {
        Map<?, ?> migrator = environments.remove(migrating);
        assertThat(migrator.keySet()).contains("SHOP_MIGRATOR_PASSWORD").doesNotContain(MIGRATES);
        assertThat(environments).hasSize(3).allSatisfy((_, it) -> {
            assertThat(it.get(MIGRATES)).isEqualTo("false");
            assertThat(it.toString()).doesNotContainIgnoringCase("migrator");
        });
        Properties logins = new Properties();
        logins.load(new StringReader(String.valueOf(migrator.get("WATERTIGHT_DATA_LOGINS"))));
        assertThat(logins)
                .isEqualTo(environments.values().stream()
                        .collect(Collectors.toMap(
                                it -> it.get("SHOP_DATABASE_USER"), it -> it.get("WATERTIGHT_MODULES"))));
    }

    private static Map<?, ?> environmentOf(Map<String, Object> manifest) {
        return Manifests.each(Manifests.at(manifest, "spec", "template", "spec", "containers"))
                .flatMap(it -> Manifests.each(Manifests.at(it, "env")))
                .collect(Collectors.toMap(
                        it -> it.get("name"), it -> it.containsKey("value") ? it.get("value") : it.get("valueFrom")));
    }
}
