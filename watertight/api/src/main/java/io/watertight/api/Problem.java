package io.watertight.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that a module refuses, with information that the caller can act on. Base class of all exceptions that modules
 * export.
 *
 * <p>It knows nothing of HTTP; {@code web} turns it into a problem detail (RFC 9457).
 */
public abstract class Problem extends RuntimeException {

    private final String type;
    private final Kind kind;
    private final transient List<Field> fields;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    /**
     * @param type a stable name in kebab case that clients may rely on, such as {@code insufficient-stock}
     * @param kind the kind of refusal
     * @param detail one or two sentences for a person: what is wrong and what to do
     * @param fields the parts of the request that are at fault; may be empty
     * @param arguments the arguments of the exception's own constructor, in order, from which a calling process recreates the
     *     exception: texts, numbers, ids, records, or lists of them
     */
    protected Problem(String type, Kind kind, String detail, List<Field> fields, Object... arguments) {
        // No stack trace: a refusal is a normal response, and under load the trace would be its main cost.
        super(detail, null, false, false);
        this.type = type;
        this.kind = kind;
        this.fields = List.copyOf(fields);
        this.arguments = List.of(arguments);
    }

    /** Like the first constructor, with one field at fault. */
    protected Problem(String type, Kind kind, String detail, Field field, Object... arguments) {
        this(type, kind, detail, List.of(field), arguments);
    }

    /** Like the first constructor, without fields. */
    protected Problem(String type, Kind kind, String detail, Object... arguments) {
        this(type, kind, detail, List.of(), arguments);
    }

    /**
     * Adds information for programs; called by constructors.
     *
     * @param value immutable: a value, a record or a list of them
     */
    protected final void extend(String name, Object value) {
        extensions.put(name, value);
    }

    /**
     * Adds an address of the application; called by constructors. Over HTTP, it gets the path under which the application is served.
     *
     * @param path begins with a slash; what a URI cannot contain is encoded
     */
    protected final void extendByAddress(String name, String path) {
        try {
            extend(name, URI.create(new URI(null, null, path, null).toASCIIString()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** {@return the stable name of this problem} */
    public final String type() {
        return type;
    }

    /** {@return the kind of refusal} */
    public final Kind kind() {
        return kind;
    }

    /** {@return one or two sentences for a person} */
    public final String detail() {
        return String.valueOf(getMessage());
    }

    /** {@return the parts of the request that are at fault} */
    public final List<Field> fields() {
        return fields;
    }

    /** {@return what the exception's own constructor was given} */
    public final List<Object> arguments() {
        return arguments;
    }

    /** {@return further information for programs, by name} */
    public Map<String, Object> extensions() {
        return Collections.unmodifiableMap(extensions);
    }

    /** The kinds of refusal. */
    public enum Kind {
        /** The request itself is wrong, in any state. */
        INVALID,
        /** This caller is not allowed to do this, but may know that the target exists. */
        FORBIDDEN,
        /** The target does not exist, or not for this caller. */
        NOT_FOUND,
        /** The request is valid, but the current state forbids it. */
        CONFLICT,
        /** The caller has seen an older version than the current one. */
        STALE,
        /** The request is well formed but refers to something that does not exist or does not fit. */
        UNPROCESSABLE,
        /** Nothing is wrong with the request: it cannot be carried out now, and may be repeated shortly. */
        UNAVAILABLE
    }

    /**
     * A part of a request and what is wrong with it.
     *
     * @param name a path such as {@code lines[3].quantity}
     * @param message what is wrong, to be read after the name
     */
    public record Field(String name, String message) {}
}
