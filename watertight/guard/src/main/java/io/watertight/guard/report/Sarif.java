package io.watertight.guard.report;

import io.watertight.guard.rules.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
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
            "locations":[{"physicalLocation":{"artifactLocation":{"uri":%s,"uriBaseId":"%%SRCROOT%%"},"region":{"startLine":%d}}}]}\
            """.formatted(
                        quoted(it.rule()),
                        quoted(fails ? "error" : "warning"),
                        quoted("%s %s %s".formatted(it.what(), it.why(), it.instead())),
                        quoted(String.join("; ", it.keys())),
                        quoted(uri(it.place().file())),
                        Math.max(it.place().line(), 1));
    }

    /** Relative, and with every character encoded that a URI does not have. */
    private static String uri(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + " cannot be named in a report", e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char it : text.toCharArray()) {
            switch (it) {
                case '"', '\\' -> quoted.append('\\').append(it);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (it < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) it));
                    } else {
                        quoted.append(it);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
