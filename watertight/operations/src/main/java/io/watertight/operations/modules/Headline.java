package io.watertight.operations.modules;

import io.watertight.operations.modules.SeenCalls.Call;
import java.util.List;

/**
 * The one sentence that an operator needs.
 *
 * @param breached whether any call has followed no dependency of the plan
 */
record Headline(String text, boolean breached) {

    static Headline of(Plan plan, List<Call> calls) {
        long outside = calls.stream()
                .filter(it -> it.isOutsideOf(plan))
                .mapToLong(Call::count)
                .sum();
        return new Headline(
                "%s, %s, %s outside of them"
                        .formatted(
                                Figures.count(plan.modules().size(), "module", "modules"),
                                Figures.count(plan.dependencies().size(), "dependency", "dependencies"),
                                Figures.count(outside, "call", "calls")),
                outside > 0);
    }
}
