package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which table an entity maps, and whether each module has a schema of its name. */
final class Schemas {

    static final Set<String> TABLE_MARKS =
            Set.of(PersistenceTypes.TABLE, "jakarta.persistence.Table", "jakarta.persistence.Entity");

    private final Codebase code;
    private final boolean oneForEachModule;

    Schemas(Codebase code) {
        this.code = code;
        this.oneForEachModule = code.businessModules().stream().anyMatch(this::hasSchemaOfItsName);
    }

    /** {@return the schema that a module's entities have to name; empty where modules have none of their own} */
    Optional<String> of(DomainModule module) {
        return oneForEachModule ? Optional.of(module.name()) : Optional.empty();
    }

    /** As the entity says; empty if it does not. */
    static String schemaOf(CodeClass entity) {
        return attribute(entity, "schema").orElse("");
    }

    /** As the entity says, or as it is derived from the name of the class. */
    static String tableOf(CodeClass entity) {
        return explicitTableOf(entity).orElseGet(() -> derivedTableOf(entity));
    }

    static Optional<String> explicitTableOf(CodeClass entity) {
        return attribute(entity, "value").or(() -> attribute(entity, "name"));
    }

    static String derivedTableOf(CodeClass entity) {
        return entity.type()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> attribute(CodeClass entity, String attribute) {
        return entity.facts()
                .notesOnType()
                .filter(it -> TABLE_MARKS.contains(it.type()))
                .flatMap((Note it) -> it.all(attribute).stream())
                .filter(it -> !it.isBlank())
                .findFirst();
    }

    private boolean hasSchemaOfItsName(DomainModule module) {
        return code.persistence().entities().stream()
                        .filter(it -> Objects.equals(it.actor(), module))
                        .anyMatch(it -> schemaOf(it).equals(module.name()))
                || migrationsCreate(module);
    }

    private static boolean migrationsCreate(DomainModule module) {
        Path resources = module.unit().resources();
        Path folder =
                resources == null ? null : resources.resolve("db/migration").resolve(module.name());
        if (folder == null || !Files.isDirectory(folder)) {
            return false;
        }
        Pattern statement = Pattern.compile(
                "create\\s+schema\\s+(if\\s+not\\s+exists\\s+)?\"?%s\\b".formatted(Pattern.quote(module.name())),
                Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".sql")).toList()) {
                if (statement.matcher(Files.readString(file)).find()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
