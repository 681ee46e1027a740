package io.watertight.guard.rules.data;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeType.Use;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Lines;
import java.util.LinkedHashMap;
import java.util.Map;

/** A test that prepares another module's rows knows its inside, and breaks with it. */
final class ForeignTestData {

    private ForeignTestData() {}

    static void examine(CodeBase code, Findings findings) {
        code.tests().forEach(test -> {
            findings.examined(test);
            ForeignData.examine(code, test, findings);
            if (test.owner() != null) {
                ForeignTable.examine(code, test, findings); // The application's tests look at the whole.
            }
            examineInternals(code, test, findings);
            examinePackage(test, findings);
        });
    }

    private static void examineInternals(CodeBase code, CodeType test, Findings findings) {
        Map<CodeType, Lines> used = new LinkedHashMap<>();
        for (Use use : test.uses()) {
            code.find(use.type())
                    .filter(it -> it.owner() != null && !it.owner().shared() && !test.isOwnedBy(it.owner()))
                    .filter(it -> !it.isExported() && !code.persistence().isData(it.name()))
                    .ifPresent(it ->
                            used.computeIfAbsent(it, _ -> new Lines()).add(it.simpleName(), use.member(), use.line()));
        }
        used.forEach((type, lines) -> findings.add(
                findings.at(test, lines.member(), lines.first()),
                lines,
                "The test %s uses %s, which %s does not export%s."
                        .formatted(test.inWords(), type.simpleName(), type.place(), lines.others()),
                "A test that knows the inside of another module breaks with it.",
                "Use what the module exports, or a stand-in for its service."));
    }

    private static void examinePackage(CodeType test, Findings findings) {
        if (test.home() != null
                && !test.home().shared()
                && !test.isOwnedBy(test.home())
                && test.java().isTopLevelClass()) {
            findings.add(
                    findings.at(test),
                    test.packageName(),
                    "The test %s says to be in package %s of module '%s'."
                            .formatted(
                                    test.inWords(),
                                    test.packageName(),
                                    test.home().name()),
                    "In the package of another module everything package-private can be named.",
                    "Move it to a package of its own module, and use what the other one exports.");
        }
    }
}
