package io.watertight.operations.modules;

import static io.watertight.api.Actor.ADMIN;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /modules}: the plan, with what was seen at run time. */
@Controller
@RolesAllowed(ADMIN)
class ModulesController {

    private final Plan plan;
    private final SeenCalls calls;
    private final SeenEvents events;
    private final SeenTables tables;

    ModulesController(Plan plan, SeenCalls calls, SeenEvents events, SeenTables tables) {
        this.plan = plan;
        this.calls = calls;
        this.events = events;
        this.tables = tables;
    }

    @GetMapping("/modules")
    String modules(Model model) {
        Observation seen = new Observation(plan, calls.all(), events.all(), tables.of(plan.modules()));
        model.addAttribute("seen", seen);
        model.addAttribute("map", new ModuleMap(seen).draw());
        return "watertight/modules";
    }

    @GetMapping("/modules/home")
    String home(Model model) {
        model.addAttribute("headline", Headline.of(plan, calls.all()));
        return "watertight/modules-home";
    }
}
