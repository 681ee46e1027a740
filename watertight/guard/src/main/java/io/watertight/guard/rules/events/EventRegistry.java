package io.watertight.guard.rules.events;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Settings.Setting;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.data.SqlTexts;
import java.util.List;

/** Whoever completes, resubmits or deletes what others still have to hear decides for every module at once. */
final class EventRegistry {

    private static final String WHY =
            "The registry is every module's: what is completed, sent again or deleted there is so for all listeners.";
    private static final String INSTEAD =
            "Leave it to the operations of the registry, outside of modules and application.";

    private static final List<Ban> BANS = List.of(new Ban(
            "org.springframework.modulith.events.(core.*|jdbc.*|jpa.*|(Completed|Incomplete|Failed)EventPublications|EventPublication|ResubmissionOptions)",
            "",
            WHY,
            INSTEAD));

    private EventRegistry() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            new SqlTexts(type)
                    .all()
                    .forEach(text -> text.sql().names().stream()
                            .filter(it -> it.name().startsWith("event_publication"))
                            .findFirst()
                            .ifPresent(it -> findings.add(
                                    findings.at(
                                            type,
                                            text.text().member(),
                                            text.text().line()),
                                    it.qualified(),
                                    "%s names the table %s.".formatted(type.inWords(), it.qualified()),
                                    WHY,
                                    INSTEAD)));
        });
        for (Setting it : code.settings()) {
            if (it.name().equals("spring.modulith.events.completion-mode")
                    || it.name().startsWith("spring.modulith.events.jdbc.schema-initialization")) {
                boolean deletes = it.value().equalsIgnoreCase("delete");
                if (deletes) {
                    findings.add(
                            findings.at(it.file(), it.line()),
                            it.name(),
                            "%s is set to '%s'.".formatted(it.name(), it.value()),
                            "What was heard can then be told by nobody.",
                            "Remove it, and delete completed publications when they are old.");
                }
            }
        }
    }
}
