package io.watertight.testing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Which process a path is for, according to the map {@code $process} in a configuration of nginx.
 *
 * @param routes the first that matches counts
 * @param front the process of all other paths
 * @param closed beginnings of paths that lead nowhere
 */
record Routes(List<Route> routes, String front, List<String> closed) {

    private static final Pattern MAP = Pattern.compile("(?s)map\\s+\\$uri\\s+\\$process\\s*\\{(.*?)\\n\\s*}");
    private static final Pattern ROUTE = Pattern.compile("(?m)^\\s*~(\\S+)\\s+([\\w-]+);");
    private static final Pattern FRONT = Pattern.compile("(?m)^\\s*default\\s+([\\w-]+);");
    private static final Pattern CLOSED = Pattern.compile("location\\s+(/\\S*)\\s*\\{\\s*return\\s+404;\\s*}");

    record Route(Pattern path, String process) {}

    static Routes read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Routes parse(String text) {
        var map = first(MAP, text);
        return new Routes(
                ROUTE.matcher(map)
                        .results()
                        .map(it -> new Route(Pattern.compile(it.group(1)), it.group(2)))
                        .toList(),
                first(FRONT, map),
                CLOSED.matcher(text).results().map(it -> it.group(1)).toList());
    }

    /**
     * {@return the process, or empty where the path leads nowhere}
     *
     * @param path decoded and without dots
     */
    Optional<String> processOf(String path) {
        if (closed.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        return Optional.of(routes.stream()
                .filter(it -> it.path().matcher(path).find())
                .map(Route::process)
                .findFirst()
                .orElse(front));
    }

    Set<String> processes() {
        return Stream.concat(routes.stream().map(Route::process), Stream.of(front))
                .collect(Collectors.toSet());
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new FailureAnalyzedException(
                        "The configuration of the proxy has no map of $process with a default.",
                        "It must match " + pattern.pattern()))
                .group(1);
    }
}
