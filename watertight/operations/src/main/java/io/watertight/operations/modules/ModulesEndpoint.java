package io.watertight.operations.modules;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.http.MediaType;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;

/**
 * {@code /actuator/modulith}: the modules in the form of Spring Modulith's own endpoint, which builds its model at each start, although
 * it is rarely asked.
 */
@Endpoint(id = "modulith")
record ModulesEndpoint(ObjectProvider<ApplicationModulesRuntime> runtime) {

    @ReadOperation(produces = MediaType.APPLICATION_JSON_VALUE)
    String modules() {
        return new ApplicationModulesExporter(runtime.getObject().get()).toJson();
    }
}
