package io.watertight.tool;

import java.util.List;
import java.util.Set;

/**
 * A component of an aggregate.
 *
 * @param unique whether it is the natural key
 * @param values of an enum, in upper case
 * @param module whose thing a reference names; empty otherwise
 * @param target the type that a reference or a list names; empty otherwise
 * @param children the components of a list's records
 */
record Field(
        Words name,
        FieldType type,
        boolean optional,
        boolean unique,
        List<String> values,
        String module,
        String target,
        List<Field> children) {

    static Field simple(String name, FieldType type, boolean optional, boolean unique) {
        return new Field(Words.of(name), type, optional, unique, List.of(), "", "", List.of());
    }

    /** Only one spelling of a name gives the same words again. */
    static void requireSpelling(String name) {
        if (!name.equals(Words.of(name).camel())) {
            Names.checkField(name, Set.of());
            throw new ToolException(
                    "'%s' cannot be the name of a field: only the first letter of each further word is a capital, as in '%s'."
                            .formatted(name, Words.of(name).camel()));
        }
    }

    boolean isReference() {
        return !module.isEmpty();
    }

    /** As the key is that it holds. */
    Field typed(FieldType keyType) {
        return new Field(name, keyType, optional, unique, values, module, target, children);
    }

    String camel() {
        return name.camel();
    }

    String column() {
        return name.snake();
    }
}
