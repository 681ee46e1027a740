package io.watertight.guard.rules.build;

import java.util.List;
import java.util.Map;

/** By what Maven and its plugins leave out a guard. */
final class Switches {

    /** Properties, of a POM or of the command line. */
    static final List<String> OF_MAVEN = List.of(
            "enforcer.skip",
            "enforcer.skipRules",
            "enforcer.rules",
            "enforcer.fail",
            "enforcer.failIfNoRules",
            "maven.test.skip",
            "maven.test.skip.exec",
            "maven.test.failure.ignore",
            "maven.main.skip",
            "skipTests",
            "skipITs",
            "test",
            "groups",
            "excludedGroups",
            "surefire.excludesFile",
            "surefire.includesFile");

    /** What loosens a plugin, and the values with which it does not. */
    static final Map<String, List<String>> LOOSENING = Map.ofEntries(
            Map.entry("skip", List.of("false")),
            Map.entry("fail", List.of("true")),
            Map.entry("level", List.of("ERROR")),
            Map.entry("rulesToSkip", List.of("")),
            Map.entry("rulesToExecute", List.of("")),
            Map.entry("commandLineRules", List.of("")),
            Map.entry("skipTests", List.of("false")),
            Map.entry("skipExec", List.of("false")),
            Map.entry("testFailureIgnore", List.of("false")),
            Map.entry("excludesFile", List.of()),
            Map.entry("excludedGroups", List.of()),
            Map.entry("groups", List.of()),
            Map.entry("test", List.of()),
            Map.entry("includesFile", List.of()),
            Map.entry("includes", List.of()),
            Map.entry("configurationParameters", List.of()),
            Map.entry("testClassesDirectory", List.of()),
            Map.entry("phase", List.of("validate", "test")));

    private Switches() {}
}
