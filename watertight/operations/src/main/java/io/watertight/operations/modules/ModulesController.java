package io.watertight.operations.modules;

import io.watertight.boundary.DeclaredDependencies;
import io.watertight.boundary.Modules;
import io.watertight.operations.OperationsRole;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /modules}: the declared dependencies, and what was observed at run time. */
@Controller
@RolesAllowed(OperationsRole.PLACEHOLDER)
class ModulesController {

    private final DeclaredDependencies declared;
    private final ObservedCalls calls;
    private final ObservedEvents events;
    private final ObservedTables tables;
    private final Modules modules;

    ModulesController(
            DeclaredDependencies declared,
            ObservedCalls calls,
            ObservedEvents events,
            ObservedTables tables,
            Modules modules) {
        this.declared = declared;
        this.calls = calls;
        this.events = events;
        this.tables = tables;
        this.modules = modules;
    }

    @GetMapping("/modules")
    String modules(Model model) {
        ModuleReport seen = new ModuleReport(declared, calls.all(), events.all(), tables.of(declared.modules()));
        model.addAttribute("seen", seen);
        model.addAttribute("map", new ModuleMap(seen, modules.names()).draw());
        return "watertight/modules";
    }

    @GetMapping("/modules/home")
    String home(Model model) {
        model.addAttribute("summary", Summary.of(declared, calls.all()));
        return "watertight/modules-home";
    }
}
