package io.watertight.api;

import java.util.List;
import java.util.Map;

/**
 * A request that a module refuses, in terms that its caller can act on. Base of every exception that a module exports.
 *
 * <p>It knows nothing of HTTP; the platform turns it into a problem detail (RFC 9457).
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final Kind kind;
    private final transient List<Field> fields;

    /**
     * @param type a stable name in kebab case that clients may test for, as in {@code insufficient-stock}
     * @param kind what sort of refusal it is
     * @param detail one or two sentences for a person: what is wrong and what to do
     * @param fields the parts of the request that are to blame; empty if none is
     */
    protected Problem(String type, Kind kind, String detail, List<Field> fields) {
        // No stack trace: a refusal is an answer, not a fault, and under load the trace would be its main cost.
        super(detail, null, false, false);
        this.type = type;
        this.kind = kind;
        this.fields = List.copyOf(fields);
    }

    /** As the other constructor, where no field is to blame. */
    protected Problem(String type, Kind kind, String detail) {
        this(type, kind, detail, List.of());
    }

    /** The stable name of this sort of problem. */
    public final String type() {
        return type;
    }

    /** What sort of refusal it is. */
    public final Kind kind() {
        return kind;
    }

    /** One or two sentences for a person. */
    public final String detail() {
        return String.valueOf(getMessage());
    }

    /** The parts of the request that are to blame. */
    public final List<Field> fields() {
        return fields;
    }

    /**
     * What a program needs to know besides, by name: immutable values, records or lists of them. Empty unless overridden.
     */
    public Map<String, Object> extensions() {
        return Map.of();
    }

    /** The sorts of refusal. */
    public enum Kind {
        /** The request itself is wrong, whatever the state of the shop. */
        INVALID,
        /** What is asked for is not for this caller, who may know that it exists. */
        FORBIDDEN,
        /** What is asked for does not exist, or not for this caller. */
        NOT_FOUND,
        /** The request is right, but the present state forbids it. */
        CONFLICT,
        /** The caller has seen an older version than the present one. */
        STALE,
        /** The request is well formed but refers to something that does not exist or does not fit. */
        UNPROCESSABLE
    }

    /**
     * A part of a request and what is wrong with it.
     *
     * @param name a path such as {@code lines[3].quantity}
     * @param message what is wrong, to be read after the name
     */
    public record Field(String name, String message) {}
}
