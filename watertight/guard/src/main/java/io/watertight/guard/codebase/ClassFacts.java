package io.watertight.guard.codebase;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one class file says, down to what ArchUnit does not keep: casts, type patterns, unused locals, strings, type
 * annotations. Names are those that source code would use, with {@code $} before nested types.
 *
 * @param name of the class
 * @param sourceFile where it was written; null if the compiler did not say
 * @param mentions every type that is named anywhere, own and foreign
 * @param calls every method that is called or referred to, also from lambdas
 * @param casts every cast, also those that generics make the compiler write
 * @param functions every lambda and method reference
 * @param texts every string, in code, in constants and in annotations
 * @param notes every annotation on the class and its members
 */
public record ClassFacts(
        String name,
        @Nullable String sourceFile,
        int flags,
        @Nullable String superclass,
        List<String> interfaces,
        List<Mention> mentions,
        List<Call> calls,
        List<Cast> casts,
        List<FunctionValue> functions,
        List<Text> texts,
        List<Note> notes) {

    public ClassFacts {
        interfaces = List.copyOf(interfaces);
        mentions = List.copyOf(mentions);
        calls = List.copyOf(calls);
        casts = List.copyOf(casts);
        functions = List.copyOf(functions);
        texts = List.copyOf(texts);
        notes = List.copyOf(notes);
    }

    /** Annotations of the class itself. */
    public Stream<Note> notesOnType() {
        return notes.stream().filter(it -> it.place().member() == null);
    }

    /**
     * Where something stands.
     *
     * @param member name of the method or field; null for the class itself
     * @param line in the source file; 0 if the compiler did not say
     */
    public record Place(@Nullable String member, int line) {}

    /** One type named at one place. */
    public record Mention(String type, Place place) {}

    /**
     * A call, or a reference to a method.
     *
     * @param owner the type by which it is called, which may be a sub-type of the declaring one
     * @param last what was pushed directly before, usually the last argument; of a reference, what it is bound to or will
     *     be called on
     * @param constants what constants the same statement pushed before, in order
     */
    public record Call(
            String owner,
            String method,
            String descriptor,
            boolean reference,
            Operand last,
            List<Operand> constants,
            Place place) {

        public Call {
            constants = List.copyOf(constants);
        }

        public boolean isConstruction() {
            return method.equals("<init>");
        }

        /** Whether one of these methods is meant. */
        public boolean isOneOf(Set<String> methods) {
            return methods.contains(method);
        }
    }

    /** A value that is taken for something else. */
    public record Cast(String type, Operand value, Place place) {}

    /**
     * A lambda, or a reference to a method, as a value.
     *
     * @param type the functional interface
     * @param parameters what it takes here, type arguments filled in
     * @param owner where its code is
     * @param method the code
     */
    public record FunctionValue(String type, List<String> parameters, String owner, String method, Place place) {

        public FunctionValue {
            parameters = List.copyOf(parameters);
        }
    }

    /** What an instruction pushes, as far as can be told without running it. */
    public sealed interface Operand {

        record TypeLiteral(String type) implements Operand {}

        record TextLiteral(String value) implements Operand {}

        /** A parameter of the method, counted from 0, and its declared type. */
        record Parameter(int index, String type) implements Operand {}

        /** The result of a call. */
        record Result(String owner, String method, String type) implements Operand {}

        record FieldValue(String owner, String field, String type) implements Operand {}

        record Unknown() implements Operand {}
    }

    /**
     * A string.
     *
     * @param value where a string is put together, with {@link #HOLE} for each part that is known only at run time
     */
    public record Text(String value, Kind kind, Place place) {

        /** Stands for a part that is not known before the program runs. */
        public static final char HOLE = '\u0001';

        /** Where the string was found. */
        public enum Kind {
            CODE,
            /** Parts and values put together with {@code +}. */
            CONCATENATION,
            ANNOTATION
        }
    }

    /**
     * An annotation.
     *
     * @param type its name
     * @param onType whether it is on a use of a type, as JSpecify's are
     * @param emptyArrays attributes that were given an array without elements
     */
    public record Note(String type, Place place, List<Value> values, boolean onType, List<String> emptyArrays) {

        public Note {
            values = List.copyOf(values);
            emptyArrays = List.copyOf(emptyArrays);
        }

        /** The values of this attribute as text; names of enum constants, names of types. */
        public List<String> all(String attribute) {
            return values.stream()
                    .filter(it -> it.attribute().equals(attribute))
                    .map(Value::value)
                    .toList();
        }

        /** An array gives several values of one attribute, an annotation within gives values of its own. */
        public record Value(String attribute, String value, ValueKind kind) {}

        /** What a value is. */
        public enum ValueKind {
            TEXT,
            TYPE,
            ENUM,
            OTHER
        }
    }
}
