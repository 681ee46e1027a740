package io.watertight.guard.run;

import io.watertight.guard.Engine;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Report;
import io.watertight.guard.report.ReportFiles;
import io.watertight.guard.report.RuleResult;
import java.time.Clock;
import java.util.List;

/** What the public classes open where the JVM is new enough. */
public final class GuardEngine implements Engine {

    @Override
    public List<Outcome> examine(Request request) {
        Report report;
        try {
            CodeBase code = CodeBase.ofThisJvm(request.mainClass(), request.source());
            Examination examination =
                    new Examination(code, Clock.systemUTC(), request.groups(), request.rules(), request.level());
            report = request.database() == null ? examination.examine() : examination.examine(request.database());
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The guard needs ArchUnit 1.4.1 or later, JSqlParser 5 and SnakeYAML 2, and an older one is on the class path: %s"
                            .formatted(e),
                    e);
        }
        boolean part = !request.rules().isEmpty() || request.groups().size() < RuleGroup.values().length;
        ReportFiles files = new ReportFiles(
                ReportFiles.buildFolder(), request.database() != null ? "-database" : part ? "-part" : "");
        files.write(report);
        System.out.print(files.console(report));
        return report.results().stream().map(GuardEngine::outcome).toList();
    }

    private static Outcome outcome(RuleResult result) {
        String failure = result.fails() && !result.findings().isEmpty() ? result.message() : null;
        return new Outcome(result.title(), failure, !result.subjects().isEmpty());
    }

    @Override
    public int run(String[] arguments) {
        return new CommandLine(arguments).run();
    }
}
