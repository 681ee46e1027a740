package io.watertight.operations.events;

import io.watertight.boundary.Modules;
import io.watertight.operations.OperationsRole;
import io.watertight.operations.ProcessPart;
import io.watertight.operations.events.PublicationLog.StatusCount;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /events}: shows the publications of this process that are not completed, and why, and retries them. Nothing deletes any. */
@Controller
@ConditionalOnWebApplication
@RolesAllowed(OperationsRole.PLACEHOLDER)
class EventsController {

    private static final int PAGE = 50;

    private final PublicationLog publications;
    private final RegistryUpkeep upkeep;
    private final Modules modules;

    EventsController(PublicationLog publications, RegistryUpkeep upkeep, Modules modules) {
        this.publications = publications;
        this.upkeep = upkeep;
        this.modules = modules;
    }

    @GetMapping({"/events", ProcessPart.OF_MODULE + "/events"})
    String events(
            @PathVariable(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("part", ProcessPart.of(module, modules));
        model.addAttribute("summary", Summary.of(publications.byStatus()));
        model.addAttribute("page", publications.open(cursor, PAGE));
        return "watertight/events";
    }

    @GetMapping("/events/home")
    String home(Model model) {
        model.addAttribute("part", ProcessPart.of(null, modules));
        model.addAttribute("summary", Summary.of(publications.byStatus()));
        return "watertight/events-home";
    }

    @PostMapping({"/events/{id}/retry", ProcessPart.OF_MODULE + "/events/{id}/retry"})
    String retry(
            @PathVariable(required = false) @Nullable String module, @PathVariable UUID id, RedirectAttributes page) {
        ProcessPart part = ProcessPart.of(module, modules);
        String status = publications.statusOf(id).orElse("");
        if (status.equals(PublicationLog.FAILED) || status.equals(PublicationLog.GIVEN_UP)) {
            upkeep.retryNow(id);
        }
        page.addFlashAttribute(
                "told",
                switch (status) {
                    case PublicationLog.FAILED, PublicationLog.GIVEN_UP ->
                        "The event is being retried. Reload to see the result.";
                    case "COMPLETED" -> "Nothing was changed: the listener has processed this event in the meantime.";
                    case "" -> "Nothing was changed: this publication is not in the registry.";
                    default -> "Nothing was changed: the listener is processing the event right now.";
                });
        return "redirect:%s/events".formatted(part.root());
    }

    @PostMapping({"/events/retry", ProcessPart.OF_MODULE + "/events/retry"})
    String retryAll(@PathVariable(required = false) @Nullable String module, RedirectAttributes page) {
        ProcessPart part = ProcessPart.of(module, modules);
        int failed = upkeep.retryNow(null);
        page.addFlashAttribute(
                "told",
                failed == 0
                        ? "Nothing was changed: no publication has failed."
                        : "All failed events (%s) are being retried. Reload to see the result.".formatted(failed));
        return "redirect:%s/events".formatted(part.root());
    }

    /**
     * @param open all that are not completed, including the failed
     * @param givenUp the failed ones that are not retried automatically any more
     * @param oldest {@code null} if nothing is open
     */
    record Summary(
            long open, long failed, long givenUp, @Nullable Instant oldest, List<StatusCount> byStatus) {

        static Summary of(List<StatusCount> counts) {
            return new Summary(
                    counts.stream().mapToLong(StatusCount::publications).sum(),
                    count(counts, PublicationLog.FAILED) + count(counts, PublicationLog.GIVEN_UP),
                    count(counts, PublicationLog.GIVEN_UP),
                    counts.stream()
                            .map(StatusCount::oldest)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    counts);
        }

        private static long count(List<StatusCount> counts, String status) {
            return counts.stream()
                    .filter(it -> it.status().equals(status))
                    .mapToLong(StatusCount::publications)
                    .sum();
        }
    }
}
