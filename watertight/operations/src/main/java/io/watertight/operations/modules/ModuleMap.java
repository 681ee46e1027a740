package io.watertight.operations.modules;

import io.watertight.boundary.DeclaredDependencies.Dependency;
import io.watertight.operations.modules.MapLayout.Link;
import io.watertight.operations.modules.Observations.Call;
import io.watertight.operations.modules.Observations.Flow;
import io.watertight.operations.modules.Observations.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defines what is drawn: a box for each module, an arrow for each dependency, each undeclared call, and events. */
record ModuleMap(ModuleReport seen, List<String> local) {

    MapLayout.Drawing draw() {
        List<Link> links = new ArrayList<>();
        for (Dependency dependency : seen.declared().dependencies()) {
            links.add(callLink(seen.callOf(dependency), "call"));
        }
        seen.calls().stream()
                .filter(it -> it.isOutsideOf(seen.declared()))
                .forEach(it -> links.add(callLink(it, "breach")));
        links.addAll(eventLinks());
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        seen.declared().modules().forEach(it -> boxes.put(it, boxLines(it)));
        return new MapLayout(boxes, seen.declared().dependencies()).place(links);
    }

    private static Link callLink(Call call, String kind) {
        return new Link(
                call.caller(),
                call.module(),
                kind,
                List.of(
                        kind.equals("breach")
                                ? DisplayFormats.count(call.count(), "undeclared call", "undeclared calls")
                                : DisplayFormats.count(call.count(), "call", "calls"),
                        "p95 " + call.p95Text()));
    }

    /** One arrow for all events of one module that another module listens to. */
    private List<Link> eventLinks() {
        Map<Dependency, Flow> sums = new LinkedHashMap<>();
        for (Flow flow : seen.events()) {
            if (flow.from() != null && flow.to() != null && !flow.from().equals(flow.to())) {
                sums.merge(new Dependency(flow.from(), flow.to()), flow, Flow::and);
            }
        }
        return sums.entrySet().stream()
                .map(it -> new Link(
                        it.getKey().from(),
                        it.getKey().to(),
                        it.getValue().failed() > 0 ? "event failed" : "event",
                        List.of(
                                DisplayFormats.count(it.getValue().delivered(), "event", "events"),
                                "%s failed, %s outstanding"
                                        .formatted(
                                                DisplayFormats.count(
                                                        it.getValue().failed()),
                                                DisplayFormats.count(
                                                        it.getValue().outstanding())))))
                .toList();
    }

    private List<String> boxLines(String module) {
        List<Table> tables =
                seen.tables().stream().filter(it -> it.module().equals(module)).toList();
        String outside = seen.calls().stream()
                .filter(it -> it.isFromOutside() && it.module().equals(module))
                .findFirst()
                .map(it -> "%s from outside, p95 %s"
                        .formatted(DisplayFormats.count(it.count(), "call", "calls"), it.p95Text()))
                .orElse("0 calls from outside");
        return List.of(
                "%s, %s"
                        .formatted(
                                DisplayFormats.count(tables.size(), "table", "tables"),
                                DisplayFormats.bytes(
                                        tables.stream().mapToLong(Table::bytes).sum())),
                local.contains(module) ? outside : "in another process");
    }
}
