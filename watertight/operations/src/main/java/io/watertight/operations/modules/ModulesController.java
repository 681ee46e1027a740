package io.watertight.operations.modules;

import io.watertight.boundary.DeclaredDependencies;
import io.watertight.boundary.Modules;
import io.watertight.operations.OperationsRole;
import io.watertight.operations.ProcessPart;
import io.watertight.operations.modules.ModuleReport.Summary;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /modules}: the declared dependencies, and what was observed at run time. */
@Controller
@RolesAllowed(OperationsRole.PLACEHOLDER)
class ModulesController {

    private final DeclaredDependencies declared;
    private final Observations observations;
    private final Modules modules;

    ModulesController(DeclaredDependencies declared, Observations observations, Modules modules) {
        this.declared = declared;
        this.observations = observations;
        this.modules = modules;
    }

    @GetMapping({"/modules", ProcessPart.OF_MODULE})
    String modules(@PathVariable(required = false) @Nullable String module, Model model) {
        model.addAttribute("part", ProcessPart.of(module, modules));
        ModuleReport seen = new ModuleReport(
                declared, observations.calls(), observations.events(), observations.tables(declared.modules()));
        model.addAttribute("seen", seen);
        model.addAttribute("map", new ModuleMap(seen, modules.names()).draw());
        return "watertight/modules";
    }

    @GetMapping("/modules/home")
    String home(Model model) {
        model.addAttribute("part", ProcessPart.of(null, modules));
        model.addAttribute("summary", Summary.of(declared, observations.calls()));
        return "watertight/modules-home";
    }
}
