package io.watertight.guard.report;

import io.watertight.guard.rules.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** SARIF 2.1.0, which code scanning and editors read. */
final class Sarif {

    private Sarif() {}

    static String of(Report report) {
        String rules = report.results().stream()
                .map(it -> """
                    {"id":%s,"shortDescription":{"text":%s},"properties":{"level":%s,"group":%s}}\
                    """.formatted(
                                quoted(it.rule().id()),
                                quoted(it.rule().page().holds()),
                                quoted(it.rule().level().name()),
                                quoted(it.rule().group().name())))
                .collect(Collectors.joining(",\n"));
        String results = report.results().stream()
                .flatMap(result -> result.findings().stream().map(it -> result(it, result.fails())))
                .collect(Collectors.joining(",\n"));
        return """
            {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"guard","rules":[
            %s
            ]}},"results":[
            %s
            ]}]}
            """.formatted(rules, results);
    }

    private static String result(Finding it, boolean fails) {
        return """
            {"ruleId":%s,"level":%s,"message":{"text":%s},"partialFingerprints":{"guard/v1":%s},\
            "locations":[{"physicalLocation":{"artifactLocation":%s,"region":{"startLine":%d}}}]}\
            """.formatted(
                        quoted(it.rule()),
                        quoted(fails ? "error" : "warning"),
                        quoted("%s %s %s".formatted(it.what(), it.why(), it.instead())),
                        quoted(String.join("; ", it.keys())),
                        location(it.place().file()),
                        Math.max(it.place().line(), 1));
    }

    /** Relative to the root of the sources; absolute, and then without a base, where a file lies elsewhere. */
    private static String location(String file) {
        if (Path.of(file).isAbsolute()) {
            return "{\"uri\":%s}".formatted(quoted(Path.of(file).toUri().toString()));
        }
        try {
            String uri = new URI(null, null, "/" + file, null).toASCIIString().substring(1);
            return "{\"uri\":%s,\"uriBaseId\":\"%%SRCROOT%%\"}".formatted(quoted(uri));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file + " cannot be named in a report", e);
        }
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(it -> it == '"' || it == '\\'
                        ? "\\" + (char) it
                        : it < ' ' ? "\\u%04x".formatted(it) : String.valueOf((char) it))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
