package io.watertight.benchmarks.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Does the remaining work of one kind with all clients concurrently, and shows and measures it. */
final class Phase {

    private final Clients clients;
    private final ProgressDisplay display;
    private final ErrorTally errors;
    private final List<PhaseMeter.Result> results = new ArrayList<>();

    Phase(Clients clients, ProgressDisplay display, ErrorTally errors) {
        this.clients = clients;
        this.display = display;
        this.errors = errors;
    }

    /**
     * Work that the shop refuses counts as an error, and the rest continues.
     *
     * @throws ReplayFailure if the shop stays unavailable
     */
    <T> void run(String name, List<T> work, Predicate<T> isDone, BiConsumer<T, PhaseMeter> task) {
        List<T> open = work.stream().filter(isDone.negate()).toList();
        if (open.isEmpty()) {
            return;
        }
        PhaseMeter meter = new PhaseMeter(name);
        try (ProgressDisplay.Bar bar = display.begin(name, work.size() - open.size(), work.size())) {
            clients.each(open, piece -> {
                try {
                    task.accept(piece, meter);
                    meter.done();
                } catch (RefusedException e) {
                    errors.failed(e.kind(), e.detail());
                }
                bar.step();
            });
        } finally {
            results.add(meter.result());
        }
    }

    /** What the shop refused so far, one sentence for each kind. */
    List<String> failures() {
        return ErrorTally.failures(errors.kinds());
    }

    /** What was measured, phase by phase. */
    List<PhaseMeter.Result> results() {
        return List.copyOf(results);
    }
}
