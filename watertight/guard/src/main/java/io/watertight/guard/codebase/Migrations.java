package io.watertight.guard.codebase;

import io.watertight.guard.sql.SqlName;
import io.watertight.guard.sql.SqlReader;
import io.watertight.guard.sql.SqlStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The migrations of the modules, and what they create. A module's schema bears the module's name. */
public final class Migrations {

    /** What every migration stands on; it belongs to no module. */
    public static final String ROOT = "__root";

    private final List<MigrationFile> files;
    private final List<DomainModule> modules;
    private final Map<String, Set<String>> tables = new TreeMap<>();

    Migrations(List<MigrationFile> files, List<DomainModule> modules) {
        this.files = List.copyOf(files);
        this.modules = modules;
        for (MigrationFile file : files) {
            for (SqlName created : SqlReader.read(file.text()).all(SqlStatement::created)) {
                if (created.schema() != null) {
                    tables.computeIfAbsent(created.schema(), _ -> new TreeSet<>())
                            .add(created.name());
                }
            }
        }
    }

    public List<MigrationFile> files() {
        return files;
    }

    /** Whether the modules have schemas of their own at all: one of them has migrations. */
    public boolean isOneSchemaPerModule() {
        return modules.stream().anyMatch(this::has);
    }

    /** Whether there is a migration in the module's folder. */
    public boolean has(DomainModule module) {
        return files.stream().anyMatch(it -> it.folder().equals(module.name()));
    }

    /** Modules' schemas, and the technical ones that migrations create. */
    public Set<String> schemas() {
        Set<String> schemas = new TreeSet<>(tables.keySet());
        modules.stream().filter(this::has).map(DomainModule::name).forEach(schemas::add);
        return schemas;
    }

    /** The module whose schema it is; empty for a technical schema and for an unknown one. */
    public Optional<DomainModule> ownerOf(String schema) {
        return modules.stream()
                .filter(it -> it.name().equals(schema) && has(it))
                .findFirst();
    }

    /** The schema's tables, views, sequences, types and functions; empty for an unknown schema. */
    public Set<String> objectsIn(String schema) {
        return tables.getOrDefault(schema, Set.of());
    }

    /** Whether migrations create it. */
    public boolean knows(String schema, String name) {
        return objectsIn(schema).contains(name);
    }

    /** The schemas that hold something of that name. */
    public List<String> schemasWith(String name) {
        return tables.entrySet().stream()
                .filter(it -> it.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }
}
