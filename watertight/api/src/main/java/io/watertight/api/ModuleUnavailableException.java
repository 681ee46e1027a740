package io.watertight.api;

import java.util.List;
import java.util.Map;

/**
 * A module that runs in another process does not respond, or not in time. A command may have been carried out nevertheless, so
 * repeat it only if repeating is harmless.
 */
public final class ModuleUnavailableException extends Problem {

    private final String module;

    public ModuleUnavailableException(String module) {
        super(
                "module-unavailable",
                Kind.UNAVAILABLE,
                "The module '%s' does not respond. Send the same request again shortly.".formatted(module),
                List.of(),
                module);
        this.module = module;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("module", module);
    }
}
