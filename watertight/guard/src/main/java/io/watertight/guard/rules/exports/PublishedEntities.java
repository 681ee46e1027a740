package io.watertight.guard.rules.exports;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.ClassFacts.Operand;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An entity that is an event itself: whoever listens for anything gets it, and the registry would store it. */
final class PublishedEntities {

    private static final String PAYLOAD = "org.springframework.context.PayloadApplicationEvent";

    private PublishedEntities() {}

    static void report(Codebase code, Entities entities, Findings findings) {
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(user -> {
            Map<CodeClass, Lines> found = new LinkedHashMap<>();
            user.facts().calls().stream()
                    .filter(PublishedEntities::isPublishing)
                    .forEach(call -> published(call)
                            .flatMap(code::find)
                            .filter(it -> entities.isEntity(it.name()))
                            .ifPresent(it -> found.computeIfAbsent(it, _ -> new Lines())
                                    .add(call.place().line())));
            found.forEach(
                    (entity, lines) -> findings.violation(
                            code.where(user, lines.first()),
                            "%s of %s publishes the entity %s as an event%s."
                                    .formatted(
                                            user.simpleName(), code.roomOf(user), entity.simpleName(), lines.others()),
                            "An event goes to whoever listens, in any module, and an entity that leaves its module can be saved.",
                            "Publish a record that the module exports, named after what has happened, with keys and values only."));
        });
    }

    private static boolean isPublishing(Call call) {
        return (call.method().equals("publishEvent") && call.descriptor().equals("(Ljava/lang/Object;)V"))
                || (call.isConstruction() && call.owner().equals(PAYLOAD));
    }

    private static Optional<String> published(Call call) {
        return switch (call.last()) {
            case Operand.Parameter it -> Optional.of(it.type());
            case Operand.FieldValue it -> Optional.of(it.type());
            case Operand.Result it -> Optional.of(it.method().equals("<init>") ? it.owner() : it.type());
            default -> Optional.empty();
        };
    }
}
