package io.watertight.operations.modules;

import io.watertight.boundary.DeclaredDependencies;
import io.watertight.operations.modules.Observations.Call;
import java.util.List;

/** The summary for operators. */
record Summary(String text, boolean breached) {

    static Summary of(DeclaredDependencies declared, List<Call> calls) {
        long outside = calls.stream()
                .filter(it -> it.isOutsideOf(declared))
                .mapToLong(Call::count)
                .sum();
        return new Summary(
                "%s, %s, %s"
                        .formatted(
                                DisplayFormats.count(declared.modules().size(), "module", "modules"),
                                DisplayFormats.count(declared.dependencies().size(), "dependency", "dependencies"),
                                DisplayFormats.count(outside, "undeclared call", "undeclared calls")),
                outside > 0);
    }
}
