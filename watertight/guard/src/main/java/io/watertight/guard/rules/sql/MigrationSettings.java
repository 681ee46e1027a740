package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ConfigurationFiles;
import io.watertight.guard.codebase.ConfigurationFiles.Setting;
import io.watertight.guard.rules.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings and files by which Spring Boot would change schemas besides the modules' migrations. */
final class MigrationSettings {

    private static final Set<String> HARMLESS = Set.of(
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.flyway.url",
            "spring.flyway.connect-retries",
            "spring.flyway.connect-retries-interval",
            "spring.flyway.driver-class-name",
            "spring.flyway.lock-retry-count");
    private static final Set<String> HARMFUL = Set.of(
            "spring.datasource.hikari.connection-init-sql",
            "spring.datasource.hikari.schema",
            "spring.datasource.hikari.data-source-properties.currentschema",
            "spring.datasource.hikari.data-source-properties.options");
    private static final Pattern INITIAL_SCRIPT = Pattern.compile("(schema|data)(-[^.]*)?\\.sql");
    private static final String WHY =
            "Each module's schema has one history, and every connection the search path that the platform knows.";

    private MigrationSettings() {}

    static void examine(Codebase code, Findings findings) {
        for (ConfigurationFiles.Source source : ConfigurationFiles.of(code)) {
            findings.examined(code.path(source.file()));
            source.settings().stream()
                    .filter(MigrationSettings::isHarmful)
                    .forEach(
                            it -> findings.violation(
                                    "%s:%d".formatted(code.path(source.file()), it.line()),
                                    "%s is set to '%s'.".formatted(it.name(), it.value()),
                                    WHY,
                                    "Remove it, and write what it is for as a migration of the module whose tables it is about."));
        }
        for (CodeUnit unit : code.units()) {
            Path resources = unit.resources();
            if (resources != null && unit.role() != Role.TECHNICAL && Files.isDirectory(resources)) {
                scripts(resources)
                        .forEach(
                                it -> findings.violation(
                                        code.path(it) + ":1",
                                        "%s of '%s' is a script that Spring Boot runs by its name."
                                                .formatted(it.getFileName(), unit.name()),
                                        WHY,
                                        "Write it as db/migration/<module>/V<n>__<what>.sql of the module that owns the tables."));
            }
        }
    }

    private static boolean isHarmful(Setting setting) {
        String name = setting.name();
        boolean url = name.matches("spring\\.(datasource|flyway)\\.url")
                && setting.value().matches("(?i).*[?&](currentSchema|options)=.*");
        return isHarmful(name)
                || (name.equals("spring.modulith.runtime.flyway-enabled")
                        && setting.value().equals("false"))
                || url;
    }

    /** Whether the setting must not be set at all. */
    static boolean isHarmful(String name) {
        return (name.startsWith("spring.flyway.") && !HARMLESS.contains(name))
                || name.startsWith("spring.sql.init.")
                || name.startsWith("spring.liquibase.")
                || HARMFUL.contains(name);
    }

    private static List<Path> scripts(Path resources) {
        try (Stream<Path> files = Files.list(resources)) {
            return files.filter(it ->
                            INITIAL_SCRIPT.matcher(it.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
