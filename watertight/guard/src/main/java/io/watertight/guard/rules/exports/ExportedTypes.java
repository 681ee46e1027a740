package io.watertight.guard.rules.exports;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Persistence;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.OwnerAdvice;
import io.watertight.guard.rules.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An allow-list: what passes between modules is values, and types that modules export. */
final class ExportedTypes implements Rule {

    @Override
    public String id() {
        return "exported-types";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EXPORTS;
    }

    @Override
    public String promise() {
        return "what a module exports speaks of values and of exported types, and of nothing that could carry an entity";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Entities entities = new Entities(code);
        Exports.of(code).filter(it -> !Exports.isWiring(code, it)).forEach(exported -> {
            findings.examined(exported);
            Map<Slip, Signature> slips = new LinkedHashMap<>();
            if (entities.isEntity(exported.name())) {
                found(slips, exported, Reason.ENTITY);
            } else if (Persistence.isRepository(exported.type())) {
                found(slips, exported, Reason.REPOSITORY);
            } else {
                slips.putAll(
                        Signatures.read(code, exported, new BorderTypes(code, entities, Exports.isShared(exported))));
                new PrivateParts(code, entities, exported).addTo(slips);
            }
            slips.forEach((slip, places) -> report(code, exported, slip, places, findings));
        });
        new Disguises(code, entities).report(findings);
        PublishedEntities.report(code, entities, findings);
    }

    private static void found(Map<Slip, Signature> slips, CodeClass exported, Reason reason) {
        slips.computeIfAbsent(new Slip(exported.name(), reason), _ -> new Signature())
                .add("its name");
    }

    private static void report(Codebase code, CodeClass exported, Slip slip, Signature places, Findings findings) {
        DomainModule module = Objects.requireNonNull(exported.home());
        boolean itself = slip.type().equals(exported.name());
        String room = Exports.exporterOf(exported);
        findings.violation(
                places.where(code, exported),
                itself
                        ? "%s exports %s %s."
                                .formatted(
                                        room.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + room.substring(1),
                                        slip.reason().kind(),
                                        exported.simpleName())
                        : "%s, exported by %s, shows %s %s: %s."
                                .formatted(
                                        exported.simpleName(),
                                        room,
                                        slip.reason().kind(),
                                        slip.simpleName(),
                                        places.places(code, exported)),
                slip.reason().why(),
                instead(code, module, slip));
    }

    private static String instead(Codebase code, DomainModule module, Slip slip) {
        return switch (slip.reason()) {
            case ENTITY -> {
                String simple = slip.simpleName().replaceFirst(".*\\.", "");
                String records = code.exportsOf(module).stream()
                        .filter(it -> it.type().isRecord()
                                && it.simpleName().startsWith(simple)
                                && it.simpleName().endsWith("Dto"))
                        .map(CodeClass::simpleName)
                        .collect(Collectors.joining(", "));
                yield records.isEmpty()
                        ? "Export a record with what others need of it, and let the module map one to the other."
                        : "Use what module '%s' exports of it: %s.".formatted(module.name(), records);
            }
            case REPOSITORY -> "Make it package-private. " + OwnerAdvice.ask(code, module, slip.simpleName());
            case INTERNAL ->
                "Export a record or an interface for it in %s, or leave it out.".formatted(module.basePackage());
            case PERSISTENCE -> page(code, slip);
            default -> slip.reason().instead(slip.type());
        };
    }

    private static String page(Codebase code, Slip slip) {
        return Exports.of(code)
                .filter(it -> Exports.isShared(it) && it.simpleName().contains("Page"))
                .map(CodeClass::simpleName)
                .findFirst()
                .filter(_ ->
                        slip.type().matches(".*\\.(Page|Pageable|PageRequest|Slice|Window|ScrollPosition|Sort|Limit)"))
                .map("Use %s of the shared kernel, with the cursor of the next page."::formatted)
                .orElse(
                        "Say it with values of the JDK and records that the module exports; what fails in the database is the module's to handle.");
    }
}
