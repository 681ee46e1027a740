package io.watertight.guard.rules.suppression;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.Settings;
import io.watertight.guard.code.Settings.Setting;
import io.watertight.guard.rules.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings that switch a guard off for everybody, in files and in code. */
final class LoosenedSetting {

    private static final String NO_ROLES = "Without roles the database lets every module touch every table.";
    private static final String NO_PARTS = "Roles and migrations are the toolkit's, and every module relies on them.";
    private static final String INSTEAD =
            "Remove it. A deployment that needs it sets it from outside, by an environment variable.";

    /** With the roles, or with what somebody says from outside and otherwise with the roles. */
    private static final Pattern WITH_ROLES =
            Pattern.compile("(managed|provided)|\\$\\{[^:}]+(:(managed|provided))?}", Pattern.CASE_INSENSITIVE);

    private static final Pattern SAID_IN_CODE = Pattern.compile(
            "(--)?watertight[._-](data[._-])?roles\\b(?!=(managed|provided)).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEPLOYED = Pattern.compile(
            "(watertight[._-](data[._-])?roles|\"watertight\".*\"roles\")(\\[0])?[\"']?\\s*[:=]\\s*[\"']?(\\$\\{\\w+:-?)?none\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILES = Pattern.compile(
            "(docker-)?compose[^/]*\\.ya?ml|Dockerfile.*|Procfile|\\.env.*|.*\\.(env|sh|service)",
            Pattern.CASE_INSENSITIVE);

    private LoosenedSetting() {}

    static void examine(CodeBase code, Findings findings) {
        for (Setting it : code.settings()) {
            findings.examined(code.path(it.file()));
            String why = objection(it);
            if (why != null) {
                findings.add(
                        findings.at(it.file(), it.line()),
                        it.name(),
                        "%s is set to '%s'.".formatted(it.name(), it.value()),
                        why,
                        INSTEAD);
            }
        }
        code.guarded()
                .forEach(type -> type.texts().forEach(it -> {
                    boolean excluded = it.annotation() != null && it.value().startsWith("io.watertight.");
                    if (SAID_IN_CODE.matcher(it.value()).matches() || excluded) {
                        findings.add(
                                findings.at(type, it.member(), it.line()),
                                it.value(),
                                "%s says %s.".formatted(type.inWords(), it.value()),
                                excluded ? NO_PARTS : NO_ROLES,
                                INSTEAD);
                    }
                }));
        Project project = code.project();
        if (project != null) {
            project.files().stream().filter(it -> isDeployment(project, it)).forEach(it -> deployment(it, findings));
        }
    }

    private static boolean isDeployment(Project project, Path file) {
        String name = String.valueOf(file.getFileName());
        return FILES.matcher(name).matches()
                || (project.path(file).contains("src/main/resources/")
                        && name.matches("(?!application|bootstrap).*\\.(properties|ya?ml|json)"));
    }

    private static void deployment(Path file, Findings findings) {
        List<String> lines = Project.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.startsWith("#") && DEPLOYED.matcher(line).find()) {
                findings.add(
                        findings.at(file, i + 1),
                        "roles",
                        "The file runs the application without the roles of the database: %s".formatted(line),
                        NO_ROLES,
                        "Remove it, or say ${WATERTIGHT_DATA_ROLES:-managed}: who needs it sets the variable where it"
                                + " runs.");
            }
        }
    }

    private static @Nullable String objection(Setting setting) {
        String name = setting.name();
        if (name.equals(Settings.UNREADABLE)) {
            return "What cannot be read cannot be examined, and Spring Boot does not read it either.";
        }
        if (name.matches("watertight[.-](data[.-])?roles")
                && !WITH_ROLES.matcher(setting.value()).matches()) {
            return NO_ROLES;
        }
        if (name.equals("spring.main.allow-bean-definition-overriding")
                && setting.value().equalsIgnoreCase("true")) {
            return "A bean of any module could be replaced by one of the same name.";
        }
        return name.equals("spring.autoconfigure.exclude") && setting.value().contains("io.watertight.")
                ? NO_PARTS
                : null;
    }
}
