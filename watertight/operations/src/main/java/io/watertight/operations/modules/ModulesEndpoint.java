package io.watertight.operations.modules;

import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.http.MediaType;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;

/**
 * {@code /actuator/modulith}: the modules in the form of Spring Modulith's own endpoint, which builds its model at each start, although
 * it is rarely asked.
 */
@Endpoint(id = "modulith")
class ModulesEndpoint {

    private final Supplier<ApplicationModules> modules;

    ModulesEndpoint(Supplier<ApplicationModules> modules) {
        this.modules = modules;
    }

    @ReadOperation(produces = MediaType.APPLICATION_JSON_VALUE)
    String modules() {
        return new ApplicationModulesExporter(modules.get()).toJson();
    }
}
