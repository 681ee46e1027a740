package io.watertight.guard.report;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.FileTree;
import io.watertight.guard.rules.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a report where people look: Markdown, SARIF, the console, and the annotations of GitHub Actions.
 *
 * @param suffix of the names of files, so that two runs do not overwrite each other
 */
public record ReportFiles(Path folder, String suffix) {

    private static final int NAMED = 12;

    /** {@return the folder that the build throws away: Gradle's, or Maven's} */
    public static Path buildFolder() {
        boolean gradle = Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"));
        return Path.of(gradle && !Files.exists(Path.of("pom.xml")) ? "build" : "target", "guard");
    }

    public void write(Report report) {
        FileTree.io(() -> {
            Files.createDirectories(folder.toAbsolutePath());
            Files.writeString(markdown(), text(report));
            return Files.writeString(folder.resolve("guard%s.sarif".formatted(suffix)), Sarif.of(report));
        });
    }

    private Path markdown() {
        return folder.resolve("report%s.md".formatted(suffix));
    }

    /** {@return what the console shows: a summary, warnings, and annotations where GitHub Actions runs it} */
    public String console(Report report) {
        StringBuilder text = new StringBuilder("guard: %d errors, %d warnings; see %s%n"
                .formatted(report.failures().size(), report.warnings().size(), markdown()));
        report.warnings()
                .forEach(it -> text.append("guard: warning: %s %s (%s)%n".formatted(it.place(), it.what(), it.rule())));
        if (System.getenv("GITHUB_ACTIONS") != null) {
            report.failures().forEach(it -> text.append(annotation("error", report, it)));
            report.warnings().forEach(it -> text.append(annotation("warning", report, it)));
        }
        return text.toString();
    }

    private static String annotation(String kind, Report report, Finding it) {
        String file = inRepository(report, it.place().file()).replace("%", "%25");
        String where = file.replace(",", "%2C").replace(":", "%3A");
        String text = (it.what() + " " + it.instead()).replace("%", "%25").replace("\n", "%0A");
        int line = Math.max(it.place().line(), 1);
        return "::%s file=%s,line=%d,title=%s::%s%n".formatted(kind, where, line, it.rule(), text);
    }

    /** GitHub knows files by their paths in the repository, which may hold more than this project. */
    private static String inRepository(Report report, String file) {
        String workspace = System.getenv("GITHUB_WORKSPACE");
        var project = report.code().project();
        return workspace != null && project != null && project.root().startsWith(Path.of(workspace))
                ? Path.of(workspace).relativize(project.root().resolve(file)).toString()
                : file;
    }

    private static String text(Report report) {
        return """
            # What the guard examined

            Application `%s`, %d classes and %d of tests, modules: %s.

            | rule | level | verdict | examined | for example |
            | --- | --- | --- | ---: | --- |
            %s

            %s
            """.formatted(
                        report.code().mainClass(),
                        report.code().types().size(),
                        report.code().tests().size(),
                        report.code().modules().stream().map(AppModule::name).collect(Collectors.joining(", ")),
                        report.results().stream().map(ReportFiles::row).collect(Collectors.joining("\n")),
                        findings(report.findings()));
    }

    private static String row(RuleResult result) {
        int times = result.findings().size();
        return "| %s | %s | %s%s | %d | %s |"
                .formatted(
                        result.rule().id(),
                        result.rule().level(),
                        result.verdict(),
                        times == 0 ? "" : " %d times".formatted(times),
                        result.subjects().size(),
                        result.subjects().stream().limit(NAMED).collect(Collectors.joining(", ")));
    }

    private static String findings(List<Finding> findings) {
        return findings.isEmpty()
                ? "Nothing was found."
                : findings.stream()
                        .map(it -> "```\n%s\n```".formatted(it.message()))
                        .collect(Collectors.joining("\n\n"));
    }
}
