package io.watertight.guard.rules.detours;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.ClassFacts.Note.ValueKind;
import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ConfigurationFiles;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Bans;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spring Boot scans once, from the main class; a second scan finds what its author never named. */
final class NoStringScans implements Rule {

    private static final String WHY =
            "It makes beans, repositories or entities of whatever lies in a package, and a name in a string is seen by no compiler.";
    private static final String INSTEAD =
            "Remove it: @SpringBootApplication finds every component and repository below its own package.";
    private static final List<Ban> BANS = List.of(Ban.onTypes(
            List.of(
                    "org.springframework.boot.autoconfigure.domain.EntityScan",
                    "org.springframework.boot.persistence.autoconfigure.EntityScan",
                    "org.springframework.boot.autoconfigure.AutoConfigurationPackage",
                    "org.springframework.boot.autoconfigure.AutoConfigurationPackages",
                    "org.springframework.boot.web.servlet.ServletComponentScan",
                    "org.springframework.boot.web.server.servlet.context.ServletComponentScan",
                    "org.springframework.context.annotation.ClassPathBeanDefinitionScanner",
                    "org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider",
                    "org.springframework.context.annotation.ComponentScan",
                    "org.springframework.context.annotation.ComponentScans",
                    "org.springframework.context.annotation.ImportResource",
                    "org.springframework.core.type.",
                    "org.springframework.data.jdbc.repository.config.EnableJdbcRepositories",
                    "org.springframework.data.jpa.repository.config.EnableJpaRepositories",
                    "org.springframework.data.r2dbc.repository.config.EnableR2dbcRepositories",
                    "org.springframework.data.mongodb.repository.config.EnableMongoRepositories",
                    "org.springframework.data.util.TypeScanner",
                    "org.springframework.boot.context.TypeExcludeFilter",
                    "org.reflections.",
                    "io.github.classgraph."),
            WHY,
            INSTEAD));
    private static final Set<String> PACKAGES =
            Set.of("basePackages", "basePackageClasses", "scanBasePackages", "scanBasePackageClasses");
    private static final Set<String> SCANS =
            Set.of("org.springframework.boot.context.properties.ConfigurationPropertiesScan");
    private static final String IMPORT = "org.springframework.context.annotation.Import";
    private static final Pattern SETTING =
            Pattern.compile("(spring\\.main\\.sources|context\\.(initializer|listener)\\.classes)\\b.*");
    private static final Pattern BEAN_FILE = Pattern.compile("www\\.springframework\\.org/(schema|dtd)/.*beans");

    @Override
    public String id() {
        return "no-string-scans";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.DETOURS;
    }

    @Override
    public String promise() {
        return "components are found by the application's one scan: no package in a string, no bean file, no import across modules";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Bans bans = new Bans(code, findings, BANS);
        code.guardedClasses().forEach(it -> {
            bans.examine(it);
            it.facts().notes().forEach(note -> examine(code, it, note, findings));
            it.facts().texts().stream()
                    .filter(text ->
                            SETTING.matcher(text.value().replace("--", "")).matches())
                    .forEach(text -> reportText(code, it, text, findings));
        });
        for (ConfigurationFiles.Source source : ConfigurationFiles.of(code)) {
            source.settings().stream()
                    .filter(it -> SETTING.matcher(it.name()).matches())
                    .forEach(it -> findings.violation(
                            "%s:%d".formatted(code.path(source.file()), it.line()),
                            "%s is set to '%s'.".formatted(it.name(), it.value()),
                            WHY,
                            INSTEAD));
        }
        Resource.of(code).stream()
                .filter(it -> it.isNamed(".xml", ".groovy"))
                .filter(it ->
                        it.isNamed(".groovy") || BEAN_FILE.matcher(it.text()).find())
                .forEach(it -> findings.violation(
                        it.where(code, 1),
                        "There is a file of bean definitions in %s, %s.".formatted(it.room(), it.entry()),
                        WHY,
                        "Delete it and declare the beans in Java, in the module whose beans they are."));
    }

    private static void examine(Codebase code, CodeClass type, Note note, Findings findings) {
        String scanned = note.values().stream()
                .filter(it -> PACKAGES.contains(it.attribute())
                        || (SCANS.contains(note.type()) && it.attribute().equals("value")))
                .filter(_ -> BANS.stream().noneMatch(it -> it.types().contains(note.type())))
                .map(Note.Value::value)
                .collect(Collectors.joining(", "));
        if (!scanned.isEmpty()) {
            findings.violation(
                    code.where(type),
                    "%s of %s scans %s by @%s."
                            .formatted(type.simpleName(), code.roomOf(type), scanned, simple(note.type())),
                    WHY,
                    INSTEAD);
        }
        if (note.type().equals(IMPORT)) {
            note.values().stream()
                    .filter(it -> it.kind() == ValueKind.TYPE)
                    .flatMap(it -> code.find(it.value()).stream())
                    .filter(it -> it.actor() != null && !Objects.equals(it.actor(), type.actor()))
                    .forEach(it -> findings.violation(
                            code.where(type),
                            "%s of %s imports %s of %s."
                                    .formatted(type.simpleName(), code.roomOf(type), it.simpleName(), code.roomOf(it)),
                            "A module's beans are made by itself; imported once more, they are made under another's conditions.",
                            "Remove the import: the application's scan finds the class. Have what it makes injected."));
        }
    }

    private static void reportText(Codebase code, CodeClass type, Text text, Findings findings) {
        findings.violation(
                code.where(type, text.place().line()),
                "%s of %s sets %s.".formatted(type.simpleName(), code.roomOf(type), text.value()),
                WHY,
                INSTEAD);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
