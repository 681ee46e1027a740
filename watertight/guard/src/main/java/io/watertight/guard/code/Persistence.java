package io.watertight.guard.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the application stores: its entities, and the repositories for them. */
public final class Persistence {

    public static final Set<String> ENTITY_MARKS = Set.of(Spring.TABLE, Spring.JPA_ENTITY, Spring.DOCUMENT);
    private static final Pattern SPRING_DATA = Pattern.compile("^org\\.springframework\\.data\\..*Repository(<|$)");
    private static final List<String> EMBEDDED = List.of(
            "org.springframework.data.relational.core.mapping.Embedded",
            "jakarta.persistence.Embedded",
            "jakarta.persistence.EmbeddedId",
            "org.springframework.data.annotation.Transient");

    private final Map<String, CodeType> known;
    private final Map<String, CodeType> repositories = new LinkedHashMap<>();
    private final Map<String, CodeType> entities = new LinkedHashMap<>();
    private final Map<String, CodeType> names = new HashMap<>();

    Persistence(List<CodeType> types, Map<String, CodeType> known) {
        this.known = known;
        types.stream().filter(it -> isRepository(it.java())).forEach(it -> repositories.put(it.name(), it));
        types.stream()
                .filter(it -> ENTITY_MARKS.stream().anyMatch(mark -> it.java().isAnnotatedWith(mark)))
                .forEach(this::add);
        repositories.values().stream()
                .flatMap(it -> storedBy(it).stream())
                .flatMap(it -> Stream.ofNullable(known.get(it.getName())))
                .forEach(this::add);
        types.stream().filter(it -> it.isBean() || isData(it.name())).forEach(this::addNames);
    }

    public List<CodeType> repositories() {
        return List.copyOf(repositories.values());
    }

    /** Aggregate roots and the rows that are stored with them. */
    public List<CodeType> entities() {
        return List.copyOf(entities.values());
    }

    public boolean isEntity(String type) {
        return entities.containsKey(type);
    }

    /** Whether somebody who has it can change a module's data: an entity, a repository. */
    public boolean isData(String type) {
        return entities.containsKey(type) || repositories.containsKey(type);
    }

    /** What a string can name and is its module's alone: data by the names of beans and classes, beans by theirs. */
    public Optional<CodeType> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    private void addNames(CodeType type) {
        String simple = type.java().getSimpleName();
        if (!isEntity(type.name()) && !simple.isEmpty()) {
            names.put(Character.toLowerCase(simple.charAt(0)) + simple.substring(1), type);
        }
        names.put(type.name(), type);
    }

    /** Also where Spring Data is not there to be looked into. */
    public static boolean isRepository(JavaClass type) {
        return type.isAssignableTo(Spring.REPOSITORY)
                || type.isAnnotatedWith(Spring.REPOSITORY_DEFINITION)
                || (type.isInterface()
                        && type.getAllRawInterfaces().stream()
                                .anyMatch(
                                        it -> SPRING_DATA.matcher(it.getName()).find()));
    }

    /** With the elements of its collections, which become rows of their own; JPA marks every entity, and what else it stores are values. */
    private void add(CodeType entity) {
        if (entity.java().isInterface()
                || entities.putIfAbsent(entity.name(), entity) != null
                || entity.java().isAnnotatedWith(Spring.JPA_ENTITY)) {
            return;
        }
        entity.fields()
                .filter(field -> EMBEDDED.stream().noneMatch(it -> Spring.has(field, it)))
                .filter(it -> it.getRawType().isAssignableTo(Collection.class)
                        || it.getRawType().isAssignableTo(Map.class))
                .flatMap(it -> it.getType() instanceof JavaParameterizedType rows
                        ? rows.getActualTypeArguments().stream()
                        : Stream.of())
                .map(JavaType::toErasure)
                .filter(it -> !it.isEnum() && !it.isInterface())
                .flatMap(it -> Stream.ofNullable(known.get(it.getName())))
                .filter(it -> it.isOwnedBy(entity.owner()) && !it.isExported())
                .forEach(this::add);
    }

    /** What a repository stores, as its type arguments say. */
    public Optional<JavaClass> storedBy(CodeType repository) {
        return repository
                .java()
                .tryGetAnnotationOfType(Spring.REPOSITORY_DEFINITION)
                .flatMap(it -> it.get("domainClass"))
                .filter(JavaClass.class::isInstance)
                .map(JavaClass.class::cast)
                .or(() -> storedBy(repository.java()));
    }

    private static Optional<JavaClass> storedBy(JavaClass repository) {
        return repository.getInterfaces().stream()
                .filter(it -> isRepository(it.toErasure())
                        || SPRING_DATA.matcher(it.getName()).find())
                .flatMap(it -> it instanceof JavaParameterizedType above
                        ? above.getActualTypeArguments().stream()
                                .limit(1)
                                .filter(JavaClass.class::isInstance)
                                .map(JavaType::toErasure)
                        : storedBy(it.toErasure()).stream())
                .findFirst();
    }
}
