package io.watertight.guard.rules.events;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ConfigurationFiles;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Bans;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** What is in the registry has happened and is still to be told: one line that is gone is a listener that never hears. */
final class UntouchedRegistry implements Rule {

    private static final String WHY =
            "The registry holds what listeners have still to hear; who changes it makes them miss it, in every module.";
    private static final String INSTEAD =
            "Leave it to the platform, which resubmits, cleans up and counts. A listener that fails is repaired in the listener.";
    private static final List<Ban> BANS = List.of(Ban.onTypes(
                    List.of(
                            "org.springframework.modulith.events.CompletedEventPublications",
                            "org.springframework.modulith.events.EventPublication",
                            "org.springframework.modulith.events.FailedEventPublications",
                            "org.springframework.modulith.events.IncompleteEventPublications",
                            "org.springframework.modulith.events.ResubmissionOptions",
                            "org.springframework.modulith.events.core.",
                            "org.springframework.modulith.events.config.",
                            "org.springframework.modulith.events.jdbc.",
                            "org.springframework.modulith.events.support."),
                    WHY,
                    INSTEAD)
            // An application may send events to a broker of its own.
            .but(
                    "org.springframework.modulith.events.core.EventSerializer",
                    "org.springframework.modulith.events.support.BrokerRouting",
                    "org.springframework.modulith.events.support.DelegatingEventExternalizer",
                    "org.springframework.modulith.events.support.EventExternalizationTransport"));
    private static final Pattern TABLE = Pattern.compile("(?i)\\bevent_publication(_archive)?\\b");
    private static final Pattern SETTING =
            Pattern.compile("spring\\.modulith\\.events\\.(jdbc|schema|completion-mode|republish)\\b.*");

    @Override
    public String id() {
        return "event-registry-left-alone";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.EVENTS;
    }

    @Override
    public String promise() {
        return "nobody but the platform touches the event registry";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Bans bans = new Bans(code, findings, BANS);
        code.guardedClasses().filter(it -> !it.isDescriptor()).forEach(it -> {
            bans.examine(it);
            examineTexts(code, it, findings);
        });
        for (ConfigurationFiles.Source source : ConfigurationFiles.of(code)) {
            source.settings().stream()
                    .filter(it -> SETTING.matcher(it.name()).matches())
                    .forEach(it -> findings.violation(
                            "%s:%d".formatted(code.path(source.file()), it.line()),
                            "%s is set to '%s'.".formatted(it.name(), it.value()),
                            WHY,
                            "Remove it: where the registry lies and how long it keeps what, the platform decides."));
        }
    }

    private static void examineTexts(Codebase code, CodeClass type, Findings findings) {
        Lines lines = new Lines();
        List<Text> found = type.facts().texts().stream()
                .filter(it -> TABLE.matcher(it.value()).find()
                        || SETTING.matcher(it.value().replace("--", "")).matches())
                .toList();
        found.forEach(it -> lines.add(it.place().line()));
        if (!found.isEmpty()) {
            findings.violation(
                    code.where(type, lines.first()),
                    "%s of %s names the registry's table or settings%s."
                            .formatted(type.simpleName(), code.roomOf(type), lines.others()),
                    WHY,
                    INSTEAD);
        }
    }
}
