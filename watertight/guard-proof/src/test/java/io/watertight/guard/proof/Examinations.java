package io.watertight.guard.proof;

import io.watertight.guard.Level;
import io.watertight.guard.RuleGroup;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.report.Report;
import io.watertight.guard.run.Examination;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All rules, on an application that is not on the class path of this JVM. */
final class Examinations {

    private Examinations() {}

    static Report of(String mainClass, Path root, List<Path> classPath) {
        return new Examination(
                        CodeBase.of(mainClass, root, classPath),
                        Clock.systemUTC(),
                        EnumSet.allOf(RuleGroup.class),
                        Set.of(),
                        Level.STRICT)
                .examine();
    }
}
