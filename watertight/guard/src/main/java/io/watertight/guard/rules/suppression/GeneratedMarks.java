package io.watertight.guard.rules.suppression;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.CodeUnit;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.nio.file.Files;

/** Spring Modulith does not look at generated classes. */
final class GeneratedMarks implements Rule {

    @Override
    public String id() {
        return "no-generated-marks";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SUPPRESSION;
    }

    @Override
    public String promise() {
        return "nothing that a person wrote calls itself generated";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        code.classes().stream().filter(it -> !it.isDescriptor()).forEach(it -> {
            findings.examined(it);
            it.facts().notes().stream()
                    .filter(note ->
                            note.type().endsWith(".Generated") || note.type().endsWith("$Generated"))
                    .filter(_ -> isWritten(it))
                    .findFirst()
                    .ifPresent(note -> findings.violation(
                            code.where(it, note.place().line()),
                            "%s is marked as @Generated, but lies among the sources.".formatted(it.simpleName()),
                            "Spring Modulith and others leave out what is generated, so whatever it does is not seen.",
                            "Remove the annotation."));
        });
    }

    private static boolean isWritten(CodeClass type) {
        CodeUnit unit = type.unit();
        String source = type.facts().sourceFile();
        return unit.pom() == null
                || (source != null
                        && Files.exists(unit.pom()
                                .folder()
                                .resolve("src/main/java")
                                .resolve(type.packageName().replace('.', '/'))
                                .resolve(source)));
    }
}
