package io.watertight.guard.codebase;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the application stores: its entities, the repositories for them and the tables that they map. */
public final class Persistence {

    private static final Set<String> ENTITY_MARKS = Set.of(
            Names.RELATIONAL_TABLE,
            "jakarta.persistence.Entity",
            "org.springframework.data.mongodb.core.mapping.Document");
    private static final Set<String> MEMBER_MARKS = Set.of(
            Names.DATA_ID,
            Names.RELATIONAL_COLUMN,
            Names.RELATIONAL_COLLECTION,
            "jakarta.persistence.Id",
            "jakarta.persistence.EmbeddedId");
    private static final String EMBEDDED = "org.springframework.data.relational.core.mapping.Embedded";

    private final List<CodeClass> repositories;
    private final Map<String, CodeClass> entities = new LinkedHashMap<>();
    private final Codebase code;

    Persistence(Codebase code) {
        this.code = code;
        this.repositories =
                code.classes().stream().filter(it -> isRepository(it.type())).toList();
        code.classes().stream().filter(this::isMarked).forEach(this::addWithChildren);
        repositories.stream()
                .flatMap(it -> RepositoryType.domainTypeOf(it.type()).stream())
                .flatMap(it -> code.find(it).stream())
                .forEach(this::addWithChildren);
    }

    /** Types that Spring Data makes repositories of, and what extends them. */
    public List<CodeClass> repositories() {
        return repositories;
    }

    /** Aggregate roots and what is stored with them; also whatever only looks like one, as a shadow of a table does. */
    public List<CodeClass> entities() {
        return List.copyOf(entities.values());
    }

    public boolean isEntity(String className) {
        return entities.containsKey(className);
    }

    public static boolean isRepository(JavaClass type) {
        return type.isAssignableTo(Names.REPOSITORY)
                || type.isAnnotatedWith("org.springframework.data.repository.RepositoryDefinition");
    }

    /** What a repository stores. */
    public Optional<JavaClass> domainTypeOf(CodeClass repository) {
        return RepositoryType.domainTypeOf(repository.type());
    }

    private boolean isMarked(CodeClass candidate) {
        return candidate.facts().notes().stream()
                .anyMatch(it -> it.place().member() == null
                        ? ENTITY_MARKS.contains(it.type())
                        : MEMBER_MARKS.contains(it.type())
                                && candidate
                                        .type()
                                        .tryGetField(it.place().member())
                                        .isPresent());
    }

    private void addWithChildren(CodeClass entity) {
        if (entities.putIfAbsent(entity.name(), entity) != null) {
            return;
        }
        for (JavaField field : entity.type().getFields()) {
            if (!field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)
                    && !field.isAnnotatedWith(EMBEDDED)
                    && !field.isMetaAnnotatedWith(EMBEDDED)
                    && !field.isAnnotatedWith(Names.TRANSIENT)) {
                storedWith(entity, field).forEach(this::addWithChildren);
            }
        }
    }

    /** A row of its own becomes of elements of a collection and of a record that is not embedded. */
    private Stream<CodeClass> storedWith(CodeClass entity, JavaField field) {
        List<JavaClass> candidates = new ArrayList<>(field.getType().getAllInvolvedRawTypes());
        boolean reference = candidates.stream()
                .anyMatch(it -> it.getName().equals("org.springframework.data.jdbc.core.mapping.AggregateReference"));
        return candidates.stream()
                .filter(it -> !reference && !it.isEnum() && !it.isInterface())
                .flatMap(it -> code.find(it).stream())
                .filter(it -> java.util.Objects.equals(it.actor(), entity.actor()));
    }
}
