package io.watertight.guard.rules;

import io.watertight.guard.code.FileTree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of a rule to people, in {@code rules.md} and in its messages.
 *
 * @param holds the promise, as a sentence
 * @param why it must be so
 * @param fix what to do, where a finding does not know better
 * @param yieldsTo rules that name the cause better: where one of them reports a class or file, this one does not
 */
public record RulePage(String holds, String why, String fix, Set<String> yieldsTo) {

    private static final Map<String, RulePage> PAGES = read();

    static RulePage of(String rule) {
        return Objects.requireNonNull(PAGES.get(rule), rule + " has no page");
    }

    private static Map<String, RulePage> read() {
        byte[] page = FileTree.bytes(URI.create("" + RulePage.class.getResource("rules.md")));
        return Stream.of(new String(page, StandardCharsets.UTF_8).split("(?m)^### ", -1))
                .collect(Collectors.toMap(
                        it -> it.lines().findFirst().orElse(""),
                        it -> new RulePage(
                                line(it, "Holds"),
                                line(it, "Why"),
                                line(it, "Fix"),
                                Set.of(line(it, "Yields to").split(", ")))));
    }

    private static String line(String section, String label) {
        var found =
                Pattern.compile("(?m)^- \\*\\*%s:\\*\\* (.*)$".formatted(label)).matcher(section);
        return found.find() ? found.group(1) : "";
    }
}
