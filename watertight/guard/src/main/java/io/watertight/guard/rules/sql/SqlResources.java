package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.CodeUnit.Role;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.ProjectFiles;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.sql.SqlText.Certainty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SQL in files that code may read: scripts, named queries, settings. */
final class SqlResources {

    private static final Pattern READABLE =
            Pattern.compile(".*\\.(sql|properties|xml|ya?ml|txt|csv|json|ftl|hbs|mustache)");
    private static final Pattern MIGRATION = Pattern.compile("(.*/)?db/migration/.*");

    private SqlResources() {}

    static void examine(Codebase code, Findings findings) {
        for (CodeUnit unit : code.units()) {
            Path resources = unit.resources();
            if (resources != null
                    && Files.isDirectory(resources)
                    && (unit.role() != Role.TECHNICAL || SqlSubjects.isPlatform(code, unit))) {
                SchemaBorder border = border(code, unit);
                files(resources).forEach(it -> examine(code, unit, border, it, findings));
            }
        }
    }

    private static SchemaBorder border(Codebase code, CodeUnit unit) {
        Optional<DomainModule> module = code.businessModules().stream()
                .filter(it -> it.unit().equals(unit) && unit.role() == Role.MODULE)
                .findFirst();
        return unit.role() == Role.TECHNICAL
                ? SchemaBorder.ofPlatform(code)
                : module.map(it -> SchemaBorder.ofModule(code, it, Set.of()))
                        .orElseGet(() -> SchemaBorder.ofNobody(code));
    }

    private static List<Path> files(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> READABLE.matcher(it.toString()).matches())
                    .filter(it -> !MIGRATION
                            .matcher(resources.relativize(it).toString().replace('\\', '/'))
                            .matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script is SQL as a whole; in other files each value is looked at by itself. */
    private static void examine(Codebase code, CodeUnit unit, SchemaBorder border, Path file, Findings findings) {
        String text = ProjectFiles.text(file);
        findings.examined(code.path(file));
        Set<String> told = new HashSet<>();
        if (file.toString().endsWith(".sql")) {
            report(code, unit, border, file, new SqlText(text, null, 1, Certainty.SENT), told, findings);
            return;
        }
        boolean queries = file.getFileName().toString().endsWith("named-queries.properties");
        String joined = text.replace("\\\n", " \n");
        int line = 0;
        for (String each : (queries ? joined : text).lines().toList()) {
            line++;
            String value = queries ? each.replaceFirst("^\\s*[^=:]+[=:]\\s*", "") : each;
            report(
                    code,
                    unit,
                    border,
                    file,
                    new SqlText(value, null, line, queries ? Certainty.SENT : Certainty.POSSIBLE),
                    told,
                    findings);
        }
    }

    private static void report(
            Codebase code,
            CodeUnit unit,
            SchemaBorder border,
            Path file,
            SqlText text,
            Set<String> told,
            Findings findings) {
        border.objections(text).stream()
                .filter(it -> told.add(it.key()))
                .forEach(it -> findings.violation(
                        "%s:%d".formatted(code.path(file), text.near() + it.line() - 1),
                        "%s of '%s' %s.".formatted(file.getFileName(), unit.name(), it.what()),
                        it.why(),
                        it.instead()));
    }
}
