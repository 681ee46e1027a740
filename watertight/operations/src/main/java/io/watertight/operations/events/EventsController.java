package io.watertight.operations.events;

import static io.watertight.api.Actor.ADMIN;

import io.watertight.operations.events.PublicationLog.StatusCount;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /events}: what listeners have not taken yet, why, and a way to have it tried again. Nothing is lost by a click. */
@Controller
@RolesAllowed(ADMIN)
class EventsController {

    static final String FAILED = "FAILED";

    private static final int PAGE = 50;

    private final PublicationLog publications;
    private final RegistryUpkeep upkeep;

    EventsController(PublicationLog publications, RegistryUpkeep upkeep) {
        this.publications = publications;
        this.upkeep = upkeep;
    }

    @GetMapping("/events")
    String events(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("summary", Summary.of(publications.byStatus()));
        model.addAttribute("page", publications.open(cursor, PAGE));
        return "watertight/events";
    }

    @GetMapping("/events/home")
    String home(Model model) {
        model.addAttribute("summary", Summary.of(publications.byStatus()));
        return "watertight/events-home";
    }

    @PostMapping("/events/{id}/retry")
    String retry(@PathVariable UUID id, RedirectAttributes page) {
        String status = publications.statusOf(id).orElse("");
        if (status.equals(FAILED)) {
            upkeep.retryNow(it -> id.equals(it.getIdentifier()));
        }
        page.addFlashAttribute(
                "told",
                switch (status) {
                    case FAILED -> "The listener is given the event again. Reload to see how it went.";
                    case "COMPLETED" -> "Nothing was changed: the listener has taken this event meanwhile.";
                    case "" -> "Nothing was changed: the registry has no such publication, or no longer.";
                    default -> "Nothing was changed: the listener has the event already and is at work on it.";
                });
        return "redirect:/events";
    }

    @PostMapping("/events/retry")
    String retryAll(RedirectAttributes page) {
        long failed = publications.countByStatus().getOrDefault(FAILED, 0L);
        if (failed > 0) {
            upkeep.retryNow(_ -> true);
        }
        page.addFlashAttribute(
                "told",
                failed == 0
                        ? "Nothing was changed: no publication has failed."
                        : "All that failed (%d) is given to its listeners again. Reload to see how it went."
                                .formatted(failed));
        return "redirect:/events";
    }

    /**
     * @param open all that is not completed, the failed included
     * @param oldest null if nothing is open
     */
    record Summary(long open, long failed, @Nullable Instant oldest, List<StatusCount> byStatus) {

        Summary {
            byStatus = List.copyOf(byStatus);
        }

        static Summary of(List<StatusCount> counts) {
            return new Summary(
                    counts.stream().mapToLong(StatusCount::publications).sum(),
                    counts.stream()
                            .filter(it -> it.status().equals(FAILED))
                            .mapToLong(StatusCount::publications)
                            .sum(),
                    counts.stream()
                            .map(StatusCount::oldest)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    counts);
        }
    }
}
