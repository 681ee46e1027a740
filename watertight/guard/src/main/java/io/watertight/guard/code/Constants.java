package io.watertight.guard.code;

import io.watertight.guard.code.References.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ArchUnit does not keep of a class: its strings, its casts and its lambdas.
 *
 * @param texts strings in code, in constants and in annotations
 * @param casts types in casts and type patterns, and of new arrays
 * @param lambdas lambdas and method references as values
 */
public record Constants(List<Text> texts, List<Use> casts, List<Lambda> lambdas) {

    /**
     * A string; where it is put together with {@code +}, one with a U+0001 for each part known only at run time.
     *
     * @param member name of the method or field; empty for the class itself
     * @param line 0 if the compiler did not say
     * @param annotation the annotation that holds it; null for one in code
     */
    public record Text(
            String value, String member, int line, @Nullable String annotation) {}

    /** A functional interface that is made of code: of a method of its owner. */
    public record Lambda(String type, String owner, String method, String member, int line) {}
}
