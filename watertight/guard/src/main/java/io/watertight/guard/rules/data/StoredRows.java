package io.watertight.guard.rules.data;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The classes that become rows of a table of their own: those that say so, those of which there is a repository, and what
 * they hold. A record that merely carries the result of a query maps no table, whatever its columns are called.
 */
final class StoredRows {

    private static final String EMBEDDED = "org.springframework.data.relational.core.mapping.Embedded";
    private static final String CONVERTER = "org.springframework.core.convert.converter.Converter";
    private static final List<String> WITHIN_THE_ROW = List.of(
            EMBEDDED,
            "org.springframework.data.annotation.Id",
            "org.springframework.data.annotation.Transient",
            "org.springframework.data.annotation.Version",
            "jakarta.persistence.Id",
            "jakarta.persistence.EmbeddedId",
            "jakarta.persistence.Embedded",
            "jakarta.persistence.Convert",
            "jakarta.persistence.Transient");
    private static final Set<String> VALUE_MARKS = Set.of("jakarta.persistence.Embeddable");

    private final Codebase code;
    private final Set<String> converted = new HashSet<>();
    private final Map<String, CodeClass> rows = new LinkedHashMap<>();

    private StoredRows(Codebase code) {
        this.code = code;
        code.classes().stream()
                .filter(it -> it.type().isAssignableTo(CONVERTER))
                .flatMap(it -> it.type().getInterfaces().stream())
                .flatMap(it -> TypeArguments.of(it).stream())
                .forEach(it -> converted.add(it.toErasure().getName()));
        code.classes().stream()
                .filter(it -> it.facts().notesOnType().anyMatch(note -> Schemas.TABLE_MARKS.contains(note.type())))
                .forEach(this::add);
        code.persistence().repositories().stream()
                .flatMap(it -> code.persistence().domainTypeOf(it).flatMap(code::find).filter(own(it)).stream())
                .forEach(this::add);
        code.guardedClasses()
                .flatMap(user -> user.facts().calls().stream()
                        .filter(it -> AggregateOperations.isTemplate(it.owner()))
                        .flatMap(StoredRows::typeLiterals)
                        .flatMap(it -> code.find(it).filter(own(user)).stream()))
                .forEach(this::add);
    }

    static List<CodeClass> in(Codebase code) {
        return List.copyOf(new StoredRows(code).rows.values());
    }

    /** Who stores what is another's is to blame himself, and other rules do. */
    private static Predicate<CodeClass> own(CodeClass user) {
        return it -> Objects.equals(it.actor(), user.actor());
    }

    private static Stream<String> typeLiterals(Call call) {
        return call.constants().stream()
                .filter(Operand.TypeLiteral.class::isInstance)
                .map(it -> ((Operand.TypeLiteral) it).type());
    }

    private void add(CodeClass row) {
        if (rows.putIfAbsent(row.name(), row) == null) {
            row.type().getFields().stream()
                    .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                    .filter(it -> WITHIN_THE_ROW.stream().noneMatch(it::isMetaAnnotatedWith))
                    .forEach(this::addHeldBy);
        }
    }

    private void addHeldBy(JavaField field) {
        field.getType().getAllInvolvedRawTypes().stream()
                .flatMap(it -> code.find(it).stream())
                .filter(it -> code.persistence().isEntity(it.name()) && !converted.contains(it.name()))
                .filter(it -> it.facts().notesOnType().noneMatch(note -> VALUE_MARKS.contains(note.type())))
                .forEach(this::add);
    }
}
