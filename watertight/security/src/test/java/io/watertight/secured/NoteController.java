package io.watertight.secured;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Endpoints for everybody, for all who are known, and for few. */
@RestController
@RolesAllowed({"customer", "clerk", "admin"})
class NoteController {

    private final CurrentActor actors;

    NoteController(CurrentActor actors) {
        this.actors = actors;
    }

    @GetMapping("/api/open")
    @PermitAll
    String open(@RequestParam(required = false) @Nullable String words) {
        return "open";
    }

    @GetMapping("/api/notes")
    Actor notes() {
        return actors.actor();
    }

    /** As after a form: the next page says what was done. */
    @GetMapping("/api/kept")
    RedirectView kept(RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "The note is kept.");
        return new RedirectView("/api/said");
    }

    @GetMapping("/api/said")
    String said(Model model) {
        return model.asMap().getOrDefault("done", "nothing").toString();
    }

    @GetMapping("/api/secrets")
    @RolesAllowed({"clerk", "admin"})
    String secrets() {
        return "secret";
    }
}
