package io.watertight.guard.rules.suppression;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ConfigurationFiles;
import io.watertight.guard.codebase.ConfigurationFiles.Setting;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Settings in the application's own files that switch a guard off for everybody. */
final class LoosenedConfiguration implements Rule {

    private static final String ROLES = "platform.data.roles";
    private static final String ROLES_AS_VARIABLE = "platform-data-roles";

    private static final String PLATFORM = "com.example.platform";
    private static final Set<String> EXCLUDES = Set.of("exclude", "excludeName");

    /** The setting's name as a constant, also with a value and as an argument of the command line. */
    private static final Pattern SAID_IN_CODE =
            Pattern.compile("(--)?platform[._-]data[._-]roles\\b(?!=(managed|provided))", Pattern.CASE_INSENSITIVE);

    /** With the roles, or with what somebody says from outside and otherwise with the roles. */
    private static final Pattern WITH_ROLES =
            Pattern.compile("(managed|provided)|\\$\\{[^:}]+(:(managed|provided))?}", Pattern.CASE_INSENSITIVE);

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
        examineDeployment(code, findings);
        code.guardedClasses().forEach(it -> examine(code, it, findings));
    }

    private static void examine(Codebase code, CodeClass type, Findings findings) {
        type.facts().texts().stream()
                .filter(it -> SAID_IN_CODE.matcher(it.value()).lookingAt())
                .findFirst()
                .ifPresent(it -> findings.violation(
                        code.where(type, it.place().line()),
                        "%s of %s says %s.".formatted(type.simpleName(), code.roomOf(type), it.value()),
                        "Without roles the database lets every module touch every table.",
                        "Remove it. A deployment that needs it sets it from outside, by an environment variable."));
        for (Note note : type.facts().notes()) {
            note.values().stream()
                    .filter(it ->
                            EXCLUDES.contains(it.attribute()) && it.value().startsWith(PLATFORM))
                    .findFirst()
                    .ifPresent(it -> findings.violation(
                            code.where(type, note.place().line()),
                            "%s of %s excludes %s.".formatted(type.simpleName(), code.roomOf(type), it.value()),
                            "Roles, migrations and errors are the platform's, and every module relies on them.",
                            "Remove the exclusion."));
        }
    }

    private static void examineDeployment(Codebase code, Findings findings) {
        for (DeploymentFiles.Line line : DeploymentFiles.withoutRoles(code)) {
            findings.violation(
                    "%s:%d".formatted(code.path(line.file()), line.number()),
                    "The file runs the application without the roles of the database: %s".formatted(line.text()),
                    "Without roles the database lets every module touch every table.",
                    "Remove it, or say ${PLATFORM_DATA_ROLES:-managed}: who needs it sets the variable where it runs.");
        }
    }

    private static Optional<String> objection(Setting setting) {
        // Elements of a list are a name each: exclude[0].
        String name = setting.name().replaceFirst("\\[\\d+]$", "");
        if (name.equals(ConfigurationFiles.UNREADABLE)) {
            return Optional.of("What cannot be read cannot be examined, and Spring Boot does not read it either.");
        }
        if ((name.equals(ROLES) || name.equals(ROLES_AS_VARIABLE))
                && !WITH_ROLES.matcher(setting.value()).matches()) {
            return Optional.of("Without roles the database lets every module touch every table.");
        }
        if (name.startsWith("spring.modulith.detection-strategy") || name.startsWith("spring.modulith.default-")) {
            return Optional.of("It changes what Spring Modulith takes for a module.");
        }
        if (name.equals("spring.main.allow-bean-definition-overriding")
                && setting.value().equalsIgnoreCase("true")) {
            return Optional.of("A bean of any module could be replaced by one of the same name.");
        }
        if (name.equals("spring.autoconfigure.exclude") && setting.value().contains(PLATFORM)) {
            return Optional.of("Roles, migrations and errors are the platform's, and every module relies on them.");
        }
        return Optional.empty();
    }
}
