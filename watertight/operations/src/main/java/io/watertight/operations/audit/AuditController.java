package io.watertight.operations.audit;

import io.watertight.boundary.Modules;
import io.watertight.operations.OperationsRole;
import io.watertight.operations.ProcessPart;
import io.watertight.operations.audit.JdbcAuditTrail.Filter;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /audit}: who changed what in this process. */
@Controller
@ConditionalOnWebApplication
@RolesAllowed(OperationsRole.PLACEHOLDER)
class AuditController {

    private static final int PAGE = 50;

    private final JdbcAuditTrail trail;
    private final Modules modules;

    AuditController(JdbcAuditTrail trail, Modules modules) {
        this.trail = trail;
        this.modules = modules;
    }

    @GetMapping({"/audit", ProcessPart.OF_MODULE + "/audit"})
    String audit(
            @PathVariable(name = "module", required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("part", ProcessPart.of(of, modules));
        Filter filter = new Filter(actor, module, subject);
        model.addAttribute("filter", filter);
        model.addAttribute("page", trail.entries(filter, cursor, PAGE));
        return "watertight/audit";
    }
}
