package com.example.architecture.rules.suppression;

import com.example.architecture.RuleGroup;
import com.example.architecture.codebase.Codebase;
import com.example.architecture.codebase.ConfigurationFiles;
import com.example.architecture.codebase.ConfigurationFiles.Setting;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Rule;
import java.util.Optional;

/** Settings in the application's own files that switch a guard off for everybody. */
final class LoosenedConfiguration implements Rule {

    private static final String ROLES = "platform.data.roles";

    @Override
    public String id() {
        return "no-loosened-configuration";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SUPPRESSION;
    }

    @Override
    public String promise() {
        return "no configuration file switches a guard off";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (ConfigurationFiles.Source source : ConfigurationFiles.of(code)) {
            findings.examined(code.path(source.file()));
            for (Setting setting : source.settings()) {
                objection(setting)
                        .ifPresent(
                                why -> findings.violation(
                                        "%s:%d".formatted(code.path(source.file()), setting.line()),
                                        "%s is set to '%s'.".formatted(setting.name(), setting.value()),
                                        why,
                                        "Remove it. A deployment that needs it sets it from outside, by an environment variable."));
            }
        }
    }

    private static Optional<String> objection(Setting setting) {
        String name = setting.name();
        if (name.equals(ROLES) && !setting.value().matches("managed|provided")) {
            return Optional.of("Without roles the database lets every module touch every table.");
        }
        if (name.startsWith("spring.modulith.detection-strategy") || name.startsWith("spring.modulith.default-")) {
            return Optional.of("It changes what Spring Modulith takes for a module.");
        }
        if (name.equals("spring.main.allow-bean-definition-overriding")
                && setting.value().equals("true")) {
            return Optional.of("A bean of any module could be replaced by one of the same name.");
        }
        if (name.equals("spring.autoconfigure.exclude") && setting.value().contains("com.example.platform")) {
            return Optional.of("Roles, migrations and errors are the platform's, and every module relies on them.");
        }
        return Optional.empty();
    }
}
