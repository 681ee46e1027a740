package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.watertight.guard.sql.Sql;
import io.watertight.guard.sql.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which module owns a table: as its entities say, and as the migrations in its folder do. */
public final class Tables {

    private static final List<String> TABLE = List.of(Spring.TABLE, Spring.JPA_TABLE);
    private static final List<String> FURTHER = List.of(
            "jakarta.persistence.JoinTable",
            "jakarta.persistence.CollectionTable",
            "jakarta.persistence.SecondaryTable");

    private final List<AppModule> modules;
    private final Map<String, List<Table>> byName = new HashMap<>();
    private final Map<String, CodeType> byEntityName = new HashMap<>();
    private final Set<String> schemas = new TreeSet<>();

    Tables(List<AppModule> modules, Persistence persistence, Migrations migrations) {
        this.modules = modules.stream().filter(it -> !it.shared()).toList();
        persistence.entities().forEach(this::add);
        persistence.entities().forEach(this::addFurther);
        for (Migrations.Script script : migrations.scripts()) {
            AppModule folder = module(script.folder()).orElse(null);
            for (SqlName it : Sql.read(script.text()).created()) {
                String schema = it.schema() == null ? "" : it.schema();
                AppModule owner = module(schema).orElse(folder);
                add(new Table(schema, it.name(), owner, null));
            }
        }
    }

    private Optional<AppModule> module(String name) {
        return modules.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private void add(CodeType entity) {
        add(new Table(schemaOf(entity), tableOf(entity), entity.owner(), entity));
        byEntityName.put(entityName(entity), entity);
    }

    /** What an entity maps stays its module's, whoever joins it to an entity of their own. */
    private void addFurther(CodeType entity) {
        furtherOf(entity)
                .map(it -> new Table(it.schema() == null ? "" : it.schema(), it.name(), entity.owner(), null))
                .filter(it -> named(it.name()).stream()
                        .noneMatch(other ->
                                other.entity() != null && other.schema().equals(it.schema())))
                .forEach(this::add);
    }

    /** What an entity maps beside its own table: for a collection, for a join, for some of its columns. */
    public static Stream<SqlName> furtherOf(CodeType entity) {
        return Stream.<HasAnnotations<?>>concat(Stream.of(entity.java()), entity.java().getFields().stream())
                .<JavaAnnotation<?>>flatMap(
                        it -> FURTHER.stream().flatMap(name -> it.tryGetAnnotationOfType(name).stream()))
                .map(it -> SqlName.of(Spring.text(it, "schema"), Spring.text(it, "name")))
                .filter(it -> !it.name().isEmpty());
    }

    private void add(Table table) {
        List<Table> same = byName.computeIfAbsent(key(table.name()), _ -> new ArrayList<>());
        if (!same.contains(table)) {
            same.add(table);
        }
        // A module has a schema of its own where something of its own is in one of its name.
        if (!table.schema().isEmpty()) {
            schemas.add(table.schema());
        }
    }

    /** All tables of that name, whatever their schemas. */
    public List<Table> named(String name) {
        return byName.getOrDefault(key(name), List.of());
    }

    public boolean isKnown(SqlName name) {
        return !named(name.name()).isEmpty() || byEntityName.containsKey(name.name());
    }

    /** Spring's naming strategy writes {@code courseVisit} as {@code course_visit}. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Whether modules have schemas of their names. */
    public boolean isOneSchemaPerModule() {
        return modules.stream().anyMatch(it -> schemas.contains(it.name()));
    }

    /** The module of a schema's name that keeps its tables there. */
    public Optional<AppModule> ownerOfSchema(String schema) {
        String name = schema.toLowerCase(Locale.ROOT);
        return module(name).filter(_ -> schemas.contains(name));
    }

    /** {@return the other module that owns what SQL names; empty if it is the user's own, or not known} */
    public Optional<AppModule> foreign(SqlName name, @Nullable AppModule user) {
        String schema = name.schema();
        if (schema != null) {
            Optional<AppModule> bySchema = ownerOfSchema(schema);
            if (bySchema.isPresent()) {
                return bySchema.filter(it -> !it.equals(user));
            }
            if (!schemas.contains(schema) && !schema.equals("public")) {
                return Optional.empty();
            }
        }
        CodeType entity = byEntityName.get(name.name());
        if (entity != null && entity.owner() != null && named(name.name()).isEmpty()) {
            return Optional.of(entity.owner()).filter(it -> !it.equals(user) && !it.shared());
        }
        List<Table> candidates = named(name.name()).stream()
                .filter(it ->
                        schema == null || it.schema().isEmpty() || it.schema().equals(schema))
                .filter(it -> it.owner() != null && !it.owner().shared())
                .toList();
        return candidates.stream().anyMatch(it -> Objects.equals(it.owner(), user))
                ? Optional.empty()
                : candidates.stream()
                        .flatMap(it -> Stream.ofNullable(it.owner()))
                        .findFirst();
    }

    /** As the entity says; empty if it does not. */
    public static String schemaOf(CodeType entity) {
        return said(entity, TABLE, "schema", "catalog").orElse("");
    }

    /** As the entity says, or as it is derived from the name of its class. */
    public static String tableOf(CodeType entity) {
        return said(entity, TABLE, "name", "value").orElseGet(() -> derivedTableOf(entity));
    }

    private static Optional<String> said(CodeType entity, List<String> marks, String... attributes) {
        return marks.stream()
                .flatMap(it -> entity.java().tryGetAnnotationOfType(it).stream())
                .flatMap(it -> Stream.of(attributes).map(name -> Spring.text(it, name)))
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    public static String derivedTableOf(CodeType entity) {
        return entityName(entity).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** What JPQL calls it. */
    private static String entityName(CodeType entity) {
        return said(entity, List.of(Spring.JPA_ENTITY), "name")
                .orElse(entity.java().getSimpleName());
    }

    /**
     * A table, or another object of a database.
     *
     * @param schema empty where nobody says
     * @param owner null where nobody knows
     * @param entity that maps it; null if none is known
     */
    public record Table(
            String schema,
            String name,
            @Nullable AppModule owner,
            @Nullable CodeType entity) {}
}
