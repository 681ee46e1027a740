package io.watertight.api;

/**
 * A module that runs in another process is not responding, or did not respond in time. A command may have been carried out nevertheless, so
 * repeat it only if repeating is harmless.
 */
public final class ModuleUnavailableException extends Problem {

    public ModuleUnavailableException(String module) {
        super(
                "module-unavailable",
                Kind.UNAVAILABLE,
                "The module '%s' is not responding. Send the same request again shortly.".formatted(module),
                module);
        extend("module", module);
    }
}
