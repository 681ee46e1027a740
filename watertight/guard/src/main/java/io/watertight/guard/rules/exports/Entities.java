package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is stored, as seen from the border: an exported record that an entity merely has as one of its values is a value,
 * for a converter turns it into a column. Rows of its own become only of marked types and of elements of collections.
 */
final class Entities {

    private static final String MAPPING = "org.springframework.data.";

    private final Codebase code;
    private final Set<String> rows;

    Entities(Codebase code) {
        this.code = code;
        this.rows = code.persistence().entities().stream()
                .flatMap(it -> it.type().getFields().stream())
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .filter(it ->
                        !it.getType().equals(it.getRawType()) || it.getRawType().isArray())
                .map(JavaField::getType)
                .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                .map(it -> it.getBaseComponentType().getName())
                .collect(Collectors.toSet());
    }

    boolean isEntity(String type) {
        return code.persistence().isEntity(type)
                && (rows.contains(type)
                        || code.find(type).filter(this::isValueOfAnEntity).isEmpty());
    }

    /** Whether some entity extends or implements it. */
    boolean hidesBehind(JavaClass type) {
        return type.getAllSubclasses().stream().anyMatch(it -> isEntity(it.getName()));
    }

    private boolean isValueOfAnEntity(CodeClass type) {
        return type.type().isRecord()
                && code.isExported(type)
                && type.facts().notes().stream().noneMatch(it -> it.type().startsWith(MAPPING))
                && !isDomainTypeOfARepository(type);
    }

    private boolean isDomainTypeOfARepository(CodeClass type) {
        return code.persistence().repositories().stream()
                .flatMap(it -> code.persistence().domainTypeOf(it).stream())
                .anyMatch(it -> it.getName().equals(type.name()));
    }
}
