package io.watertight.operations.modules;

import io.watertight.operations.modules.Plan.Dependency;
import io.watertight.operations.modules.SeenCalls.Call;
import io.watertight.operations.modules.SeenEvents.Flow;
import io.watertight.operations.modules.SeenTables.Table;
import java.util.ArrayList;
import java.util.List;

/** The plan and all that was seen, as the page shows it. */
record Observation(Plan plan, List<Call> calls, List<Flow> events, List<Table> tables) {

    Observation {
        calls = List.copyOf(calls);
        events = List.copyOf(events);
        tables = List.copyOf(tables);
    }

    public Headline headline() {
        return Headline.of(plan, calls);
    }

    /** Every dependency, called or not, and every call that follows none; those from outside come last. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Dependency dependency : plan.dependencies()) {
            rows.add(new Row(callOf(dependency), "allowed"));
        }
        calls.stream().filter(it -> it.isOutsideOf(plan)).forEach(it -> rows.add(new Row(it, "not allowed")));
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

    /**
     * @param verdict what the plan says of it
     */
    record Row(Call call, String verdict) {

        public boolean breach() {
            return verdict.equals("not allowed");
        }
    }
}
