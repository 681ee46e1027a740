package org.cinema.kernel;

import java.util.Map;

/** The base of what modules refuse. */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Problem(String message) {
        super(message);
    }

    /** More that the caller may want to know. */
    public Map<String, Object> extensions() {
        return Map.of();
    }
}
