package io.watertight.operations.modules;

import io.watertight.boundary.DeclaredDependencies;
import io.watertight.boundary.DeclaredDependencies.Dependency;
import io.watertight.operations.modules.Observations.Call;
import io.watertight.operations.modules.Observations.Flow;
import io.watertight.operations.modules.Observations.Table;
import java.util.ArrayList;
import java.util.List;

/** The declared dependencies and all observations, as the page shows them. */
record ModuleReport(DeclaredDependencies declared, List<Call> calls, List<Flow> events, List<Table> tables) {

    public Summary summary() {
        return Summary.of(declared, calls);
    }

    /** {@return a row for every dependency, called or not, then for every undeclared call, then for every call from outside} */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Dependency dependency : declared.dependencies()) {
            rows.add(new Row(callOf(dependency), "declared"));
        }
        calls.stream().filter(it -> it.isOutsideOf(declared)).forEach(it -> rows.add(new Row(it, "undeclared")));
        calls.stream().filter(Call::isFromOutside).forEach(it -> rows.add(new Row(it, "from outside")));
        return rows;
    }

    Call callOf(Dependency dependency) {
        return calls.stream()
                .filter(it ->
                        it.caller().equals(dependency.from()) && it.module().equals(dependency.to()))
                .findFirst()
                .orElse(new Call(dependency.from(), dependency.to(), 0, 0, 0, null));
    }

    record Row(Call call, String verdict) {

        public boolean breach() {
            return verdict.equals("undeclared");
        }
    }

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
}
