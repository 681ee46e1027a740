package com.example.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The manifests for Kubernetes, each process with what {@code process.yaml} adds to all of them. */
class Manifests {

    private static final Path FOLDER = Path.of("../deploy/kubernetes");

    private Manifests() {}

    static List<Map<String, Object>> all() throws IOException {
        Map<String, Object> shared = read("process.yaml").getFirst();
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object file : (List<?>) at(read("kustomization.yaml").getFirst(), "resources")) {
            read(file.toString()).forEach(it -> all.add(kindOf(it).equals("Deployment") ? merged(shared, it) : it));
        }
        return all;
    }

    /** {@return the service of each path of the ingress} */
    static Map<String, String> routes() throws IOException {
        return read("ingress.yaml").stream()
                .flatMap(it -> each(at(it, "spec", "rules")))
                .flatMap(it -> each(at(it, "http", "paths")))
                .collect(Collectors.toMap(
                        it -> String.valueOf(at(it, "path")),
                        it -> String.valueOf(at(it, "backend", "service", "name"))));
    }

    static Object at(Object manifest, String... path) {
        Object at = manifest;
        for (String name : path) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(name), name);
        }
        return at;
    }

    static String kindOf(Map<String, Object> manifest) {
        return String.valueOf(at(manifest, "kind"));
    }

    static Stream<Map<String, Object>> each(Object list) {
        return ((List<?>) list).stream().map(Manifests::map);
    }

    @SuppressWarnings("unchecked") // YAML has no other maps here.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<Map<String, Object>> read(String file) throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml().loadAll(Files.readString(FOLDER.resolve(file))).forEach(it -> documents.add(map(it)));
        return documents;
    }

    /** As kustomize does: lists of things with names are merged by name, and what is the second's own prevails. */
    private static Map<String, Object> merged(Map<String, Object> shared, Map<String, Object> own) {
        Map<String, Object> merged = new LinkedHashMap<>(shared);
        own.forEach((key, value) -> merged.merge(key, value, Manifests::merged));
        return merged;
    }

    private static Object merged(Object shared, Object own) {
        if (shared instanceof Map && own instanceof Map) {
            return merged(map(shared), map(own));
        }
        if (shared instanceof List<?> first && own instanceof List<?> second) {
            Map<Object, Object> byName = new LinkedHashMap<>();
            Stream.concat(first.stream(), second.stream())
                    .forEach(it -> byName.merge(map(it).get("name"), it, Manifests::merged));
            return List.copyOf(byName.values());
        }
        return own;
    }
}
