package io.watertight.operations;

import io.watertight.boundary.Modules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The part of the application that the operations pages show: their own process. They are also at {@link #OF_MODULE}, for each
 * module that runs there, so that a proxy in front of several processes can route requests by the name of the module.
 *
 * @param root what the paths of these pages begin with; may be empty
 * @param here the modules that run in this process
 * @param elsewhere the modules that run in other processes; empty if there are none
 */
public record ProcessPart(String root, List<String> here, List<String> elsewhere) {

    /** The path below which the pages of a module's process are. */
    public static final String OF_MODULE = "/modules/{module}";

    /**
     * {@return this process, as the part that a page shows}
     *
     * @param module the module in the path of the page; {@code null} if there is none
     * @throws ResponseStatusException with 404 if the module does not run in this process
     */
    public static ProcessPart of(@Nullable String module, Modules modules) {
        if (module != null && !modules.names().contains(module)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No module '%s' runs in this process.".formatted(module));
        }
        return new ProcessPart(
                module == null ? "" : OF_MODULE.replace("{module}", module), modules.names(), modules.elsewhere());
    }
}
