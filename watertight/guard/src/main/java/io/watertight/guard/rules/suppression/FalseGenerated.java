package io.watertight.guard.rules.suppression;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Findings;
import java.util.regex.Pattern;

/** Spring Modulith and coverage tools pass over what calls itself generated; so nobody writes that by hand. */
final class FalseGenerated {

    /** In the source, where a person would have written it: what Lombok puts into a class file is not there. */
    private static final Pattern MARK = Pattern.compile("(?m)^\\s*@([\\w.]*\\.)?Generated\\b");

    private FalseGenerated() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> it.java().isTopLevelClass()).forEach(type -> {
            findings.examined(type);
            String text = type.source().text();
            var mark = MARK.matcher(text);
            if (mark.find()) {
                findings.add(
                        findings.at(type, "", Project.lineOf(text, mark.group().strip())),
                        "@Generated",
                        "%s calls itself generated, and is among the sources that people write."
                                .formatted(type.inWords()),
                        "Spring Modulith passes over what is generated.",
                        "Remove the mark; let the build write what is generated below target/generated-sources.");
            }
        });
    }
}
