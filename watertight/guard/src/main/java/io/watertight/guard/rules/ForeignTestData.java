package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.References.Use;
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
                    .filter(it -> it.isInBusiness() && !test.isOwnedBy(it.owner()))
                    .filter(it -> !it.isExported() && !code.persistence().isData(it.name()))
                    .ifPresent(it ->
                            used.computeIfAbsent(it, _ -> new Lines()).add(it.simpleName(), use.member(), use.line()));
        }
        used.forEach((type, lines) -> findings.add(
                test,
                lines,
                "The test %s uses %s, which %s does not export%s."
                        .formatted(test.inWords(), type.simpleName(), type.place(), lines.others())));
    }

    private static void examinePackage(CodeType test, Findings findings) {
        AppModule home = test.home();
        if (home != null
                && !home.shared()
                && !test.isOwnedBy(home)
                && test.java().isTopLevelClass()) {
            findings.add(
                    findings.at(test),
                    test.packageName(),
                    "The test %s says to be in package %s of module '%s', where everything package-private can be named."
                            .formatted(test.inWords(), test.packageName(), home.name()),
                    "Move it to a package of its own module, and use what the other one exports.");
        }
    }
}
