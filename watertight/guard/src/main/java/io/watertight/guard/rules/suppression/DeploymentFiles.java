package io.watertight.guard.rules.suppression;

import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Files that start the application, or that its configuration takes in, in whatever format they are written. */
final class DeploymentFiles {

    private static final Pattern STARTS = Pattern.compile(
            "(docker-)?compose[^/]*\\.ya?ml|Dockerfile.*|Procfile|\\.env.*|.*\\.(env|sh|service)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN_IN = Pattern.compile(".*\\.(properties|ya?ml|json)");
    private static final Pattern CONFIGURATION =
            Pattern.compile("(application|bootstrap)(-[^/]*)?\\.(properties|ya?ml)");

    private static final Pattern WITHOUT_ROLES = Pattern.compile(
            "(platform[._-]data[._-]roles|\"platform\".*\"data\".*\"roles\")(\\[0])?[\"']?\\s*[:=]\\s*[\"']?(\\$\\{\\w+:-?)?none\\b",
            Pattern.CASE_INSENSITIVE);

    private DeploymentFiles() {}

    static List<Line> withoutRoles(Codebase code) {
        List<Line> found = new ArrayList<>();
        for (Path file : ProjectFiles.of(code).all()) {
            String name = String.valueOf(file.getFileName());
            boolean takenIn = TAKEN_IN.matcher(name).matches()
                    && !CONFIGURATION.matcher(name).matches()
                    && code.path(file).contains("src/main/resources/");
            if (takenIn || STARTS.matcher(name).matches()) {
                List<String> lines = ProjectFiles.text(file).lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i).strip();
                    if (!line.startsWith("#") && WITHOUT_ROLES.matcher(line).find()) {
                        found.add(new Line(file, i + 1, line));
                    }
                }
            }
        }
        return found;
    }

    record Line(Path file, int number, String text) {}
}
