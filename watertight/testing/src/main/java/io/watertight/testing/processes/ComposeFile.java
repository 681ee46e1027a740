package io.watertight.testing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a Compose file says about its services.
 *
 * @param variables all variables that the file sets or reads
 */
record ComposeFile(Map<String, Service> services, Set<String> variables) {

    private static final String MODULES = "WATERTIGHT_MODULES";

    /** A default follows {@code :-}, which also replaces an empty variable, or {@code -}, which replaces only a missing one. */
    private static final Pattern VARIABLE = Pattern.compile("(?s)(\\w+)(?:(:?-)(.*))?");

    private static final Pattern READ = Pattern.compile("\\$\\{(\\w+)");

    /**
     * @param environment with everything that the file refers to by variables
     * @param command arguments of the image's entry point
     */
    record Service(Map<String, String> environment, List<String> command) {}

    /**
     * @param variables the value of a variable for {@code ${X}} and {@code ${X:-default}}, or null
     */
    static ComposeFile read(Path file, Function<String, @Nullable String> variables) {
        if (!Files.exists(file)) {
            throw new FailureAnalyzedException(
                    "%s does not exist. It says which processes there are.".formatted(file),
                    "Write it, as docs/split-a-module.md says, or start the application in one process.");
        }
        try {
            return parse(Files.readString(file), variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ComposeFile parse(String text, Function<String, @Nullable String> variables) {
        Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        var services = new LinkedHashMap<String, Service>();
        var names = new TreeSet<String>();
        READ.matcher(text).results().forEach(it -> names.add(it.group(1)));
        entries(file.get("services")).forEach((name, it) -> {
            var service = entries(it);
            var environment = environment(service.get("environment"), variables);
            names.addAll(environment.keySet());
            services.put(name, new Service(environment, words(service.get("command"), variables)));
        });
        return new ComposeFile(services, names);
    }

    /** {@return the services that run modules, by name} */
    Map<String, Service> processes() {
        var processes = new LinkedHashMap<>(services);
        processes.values().removeIf(it -> !it.environment().containsKey(MODULES));
        return processes;
    }

    private static Map<String, String> environment(
            @Nullable Object value, Function<String, @Nullable String> variables) {
        var pairs = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof List<?> list) {
            for (var it : list) {
                var pair = String.valueOf(it).split("=", 2);
                pairs.put(pair[0], pair.length == 2 ? pair[1] : null);
            }
        } else {
            pairs.putAll(entries(value));
        }
        var environment = new LinkedHashMap<String, String>();
        pairs.forEach((name, it) -> {
            // A variable without a value is passed on from this JVM.
            var resolved = it == null ? variables.apply(name) : resolve(it.toString(), variables);
            if (resolved != null) {
                environment.put(name, resolved);
            }
        });
        return environment;
    }

    private static List<String> words(@Nullable Object value, Function<String, @Nullable String> variables) {
        return switch (value) {
            case null -> List.of();
            case List<?> list ->
                list.stream().map(it -> resolve(String.valueOf(it), variables)).toList();
            default -> List.of(resolve(value.toString(), variables).strip().split("\\s+"));
        };
    }

    private static String resolve(String value, Function<String, @Nullable String> variables) {
        var resolved = new StringBuilder();
        for (int at = 0; at < value.length(); ) {
            if (value.startsWith("$$", at)) {
                resolved.append('$');
                at += 2;
            } else if (value.startsWith("${", at)) {
                int end = endOfVariable(value, at + 2);
                resolved.append(variable(value.substring(at + 2, end), variables));
                at = end + 1;
            } else {
                resolved.append(value.charAt(at++));
            }
        }
        return resolved.toString();
    }

    /** A default may have variables in it. */
    private static int endOfVariable(String value, int start) {
        int open = 1;
        for (int at = start; at < value.length(); at++) {
            open += value.charAt(at) == '{' ? 1 : value.charAt(at) == '}' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        throw new FailureAnalyzedException(
                "A variable of the Compose file is not closed: " + value, "Add the missing brace.");
    }

    private static String variable(String expression, Function<String, @Nullable String> variables) {
        var parts = VARIABLE.matcher(expression);
        if (!parts.matches()) {
            throw new FailureAnalyzedException(
                    "This form of a variable is not supported in the Compose file: ${%s}".formatted(expression),
                    "${X}, ${X:-default} and ${X-default} are supported.");
        }
        var set = variables.apply(parts.group(1));
        if (set != null && !(set.isEmpty() && ":-".equals(parts.group(2)))) {
            return set;
        }
        return parts.group(3) == null ? "" : resolve(parts.group(3), variables);
    }

    private static Map<String, @Nullable Object> entries(@Nullable Object value) {
        var entries = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, it) -> entries.put(String.valueOf(name), it));
        }
        return entries;
    }
}
