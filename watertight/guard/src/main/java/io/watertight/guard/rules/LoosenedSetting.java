package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.Settings;
import io.watertight.guard.code.Settings.Setting;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings that switch a guard off for everybody, in files and in code. */
final class LoosenedSetting {

    private static final Pattern SAID_IN_CODE = Pattern.compile(
            "(--)?watertight[._-](data[._-])?roles\\b(?!=(managed|provided)).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEPLOYED = Pattern.compile(
            "<!--[\\s\\S]*?-->|^(?!\\s*<!--)[^#\\n]*(watertight[._-](data[._-])?roles|\"watertight\".*\"roles\")(\\[0])?[\"']?\\s*[:=>]\\s*[\"']?(\\$\\{\\w+:-?)?none\\b.*|(^[^#\\n]*\\bname\\s*[:=]\\s*[\"']?watertight_data_roles[\"']?\\s*value\\s*[:=]\\s*[\"']?none\\b.*)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final String OF_TESTS =
            "(.*/)?src/test/resources/(.*/)?(application|bootstrap)(-[^/]*)?\\.(properties|ya?ml)";
    /** With the roles, or with what somebody says from outside and otherwise with the roles. */
    private static final Pattern WITH_ROLES =
            Pattern.compile("(managed|provided)|\\$\\{[^:}]+(:(managed|provided))?}", Pattern.CASE_INSENSITIVE);

    void examine(CodeBase code, Findings findings) {
        code.settings().forEach(it -> findings.examined(code.path(it.file())));
        code.settings().stream().filter(LoosenedSetting::isLoose).forEach(findings::add);
        Settings.read(code.files(OF_TESTS)).stream()
                .filter(LoosenedSetting::isWithoutRoles)
                .forEach(findings::add);
        Stream.concat(code.guarded(), code.tests().stream().filter(CodeType::isInBusiness))
                .forEach(type -> type.texts()
                        .filter(it -> SAID_IN_CODE.matcher(it.value()).matches()
                                || (it.annotation() != null && it.value().startsWith("io.watertight.")))
                        .forEach(it -> findings.add(
                                findings.at(type, it.member(), it.line()),
                                it.value(),
                                "%s sets %s.".formatted(type.inWords(), it.value()))));
        code.files(
                        "(?!(.*/)?(application|bootstrap)[^/]*$|(.*/)?src/).*\\.(ya?ml|tf)|(.*/)?(Dockerfile[^/]*|Procfile|\\.env[^/]*|[^/]*\\.(env|sh|service)|pom\\.xml|\\.mvn/[^/]*)|(.*/)?src/(main|test)/resources/(.*/)?(?!application|bootstrap)[^/]*\\.(properties|ya?ml|json)")
                .forEach(it -> deployment(it, findings));
    }

    private static void deployment(Path file, Findings findings) {
        String text = Project.text(file);
        DEPLOYED.matcher(text)
                .results()
                .filter(it -> !it.group().startsWith("<!--"))
                .forEach(
                        it -> findings.add(
                                findings.at(file, Project.lineOf(text, text.substring(it.start()))),
                                "roles",
                                "The file runs the application without the roles of the database: %s"
                                        .formatted(it.group().strip().replaceAll("\\s+", " ")),
                                "Remove it, or write ${WATERTIGHT_DATA_ROLES:-managed}: a deployment that needs it sets the variable."));
    }

    private static boolean isLoose(Setting setting) {
        return switch (setting.name()) {
            case Settings.UNREADABLE -> true;
            case "spring.main.allow-bean-definition-overriding" ->
                setting.value().equalsIgnoreCase("true");
            case "spring.autoconfigure.exclude" -> setting.value().contains("io.watertight.");
            default -> isWithoutRoles(setting);
        };
    }

    private static boolean isWithoutRoles(Setting setting) {
        return setting.name().matches("watertight[.-](data[.-])?roles")
                && !WITH_ROLES.matcher(setting.value()).matches();
    }
}
