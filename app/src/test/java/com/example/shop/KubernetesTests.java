package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The manifests in {@code deploy/kubernetes}, compared with the schemas of Kubernetes and with the processes of Compose. */
class KubernetesTests {

    private static final String MIGRATES = "WATERTIGHT_DATA_MIGRATE";

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "Deployment", V1Deployment::validateJsonElement,
            "Ingress", V1Ingress::validateJsonElement,
            "Job", V1Job::validateJsonElement,
            "Namespace", V1Namespace::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "Service", V1Service::validateJsonElement);

    @Test
    void haveTheFormThatKubernetesKnows() throws IOException {
        List<Map<String, Object>> manifests = Manifests.all();
        assertThat(manifests).extracting(Manifests::kindOf).containsAll(SCHEMAS.keySet());
        for (Map<String, Object> manifest : manifests) {
            validate(manifest);
        }
    }

    @Test
    void areRefusedWithAFieldThatKubernetesDoesNotKnow() throws IOException {
        Map<String, Object> deployment = deployments().getFirst();
        Manifests.each(Manifests.at(deployment, "spec", "template", "spec", "containers"))
                .forEach(it -> it.put("readynessProbe", Map.of()));
        assertThatThrownBy(() -> validate(deployment)).hasMessageContaining("readynessProbe");
    }

    @Test
    void runTheModulesThatTheProcessesOfComposeRun() throws IOException {
        Map<String, String> byProcess = deployments().stream()
                .collect(Collectors.toMap(
                        it -> String.valueOf(Manifests.at(it, "metadata", "name")), it -> modulesOf(it)));
        RoutesTests.processes()
                .forEach((module, process) -> assertThat(byProcess).containsEntry(process, module));
        assertThat(byProcess).containsValue("!catalog,!orders").hasSize(3);
    }

    @Test
    void haveOneThatMigratesAsThoseOfCompose() throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(Path.of("../compose.split.yml")));
        Map<String, Map<?, ?>> environments = new HashMap<>();
        ((Map<?, ?>) Manifests.at(compose, "services")).forEach((name, service) -> {
            if (((Map<?, ?>) service).get("environment") instanceof Map<?, ?> environment
                    && environment.containsKey("SHOP_DATABASE_USER")) {
                environments.put(String.valueOf(name), environment);
            }
        });
        assertMigratesAlone("init", environments);
    }

    @Test
    void leaveTheMigratorToTheJob() throws IOException {
        Map<String, Map<?, ?>> environments = Manifests.all().stream()
                .filter(it -> List.of("Job", "Deployment").contains(Manifests.kindOf(it)))
                .collect(Collectors.toMap(
                        it -> String.valueOf(Manifests.at(it, "metadata", "name")), KubernetesTests::environmentOf));
        assertMigratesAlone("migrate", environments);
    }

    private static String modulesOf(Map<String, Object> deployment) {
        return String.valueOf(Manifests.at(environmentOf(deployment), "WATERTIGHT_MODULES"));
    }

    private static void assertMigratesAlone(String migrating, Map<String, Map<?, ?>> environments) throws IOException {
        Map<?, ?> migrator = Objects.requireNonNull(environments.remove(migrating));
        assertThat(migrator.containsKey("SHOP_MIGRATOR_PASSWORD")).isTrue();
        assertThat(migrator.containsKey(MIGRATES)).isFalse();
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

    private static List<Map<String, Object>> deployments() throws IOException {
        return new ArrayList<>(Manifests.all().stream()
                .filter(it -> Manifests.kindOf(it).equals("Deployment"))
                .toList());
    }

    private static void validate(Map<String, Object> manifest) throws IOException {
        Schema schema = SCHEMAS.get(Manifests.kindOf(manifest));
        assertThat(schema).as("schema of %s", Manifests.kindOf(manifest)).isNotNull();
        schema.validate(new Gson().toJsonTree(manifest));
    }

    private interface Schema {

        void validate(JsonElement manifest) throws IOException;
    }
}
