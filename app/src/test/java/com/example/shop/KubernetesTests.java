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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manifests in {@code deploy/kubernetes}, compared with the schemas of Kubernetes and with the processes of Compose. */
class KubernetesTests {

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

    private static String modulesOf(Map<String, Object> deployment) {
        return Manifests.each(Manifests.at(deployment, "spec", "template", "spec", "containers"))
                .flatMap(it -> Manifests.each(Manifests.at(it, "env")))
                .filter(it -> Manifests.at(it, "name").equals("WATERTIGHT_MODULES"))
                .map(it -> String.valueOf(Manifests.at(it, "value")))
                .findFirst()
                .orElseThrow();
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
