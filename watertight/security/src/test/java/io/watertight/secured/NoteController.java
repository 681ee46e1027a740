package io.watertight.secured;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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

    @GetMapping("/api/secrets")
    @RolesAllowed({"clerk", "admin"})
    String secrets() {
        return "secret";
    }
}
