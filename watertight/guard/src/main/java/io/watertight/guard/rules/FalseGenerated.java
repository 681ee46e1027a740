package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Project;
import java.util.regex.Pattern;

/** Spring Modulith and coverage tools pass over what calls itself generated; so nobody writes that by hand. */
final class FalseGenerated {

    /** In the source, where a person would have written it: what Lombok puts into a class file is not there. */
    private static final Pattern MARK = Pattern.compile("(?m)^\\s*@([\\w.]*\\.)?Generated\\b");

    private FalseGenerated() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().filter(it -> it.java().isTopLevelClass()).forEach(type -> {
            findings.examined(type);
            var mark = MARK.matcher(type.source().text());
            if (mark.find()) {
                findings.add(
                        findings.at(
                                type,
                                "",
                                Project.lineOf(
                                        type.source().text(), mark.group().strip())),
                        "@Generated",
                        "%s calls itself generated, and is among the sources that people write."
                                .formatted(type.inWords()));
            }
        });
    }
}
