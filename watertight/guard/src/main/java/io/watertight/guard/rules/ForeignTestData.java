package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;

/** A test that prepares another module's rows depends on its internals, and breaks with them. */
final class ForeignTestData {

    void examine(CodeBase code, CodeType test, Findings findings) {
        ForeignData.examine(code, test, findings);
        if (test.owner() != null) {
            new ForeignTable().examine(code, test, findings); // The application's tests look at the whole.
        }
        new ForeignInternals().examine(code, test, findings);
        examinePackage(test, findings);
    }

    private static void examinePackage(CodeType test, Findings findings) {
        AppModule home = test.home();
        if (home != null
                && !home.shared()
                && !test.isOwnedBy(home)
                && test.java().isTopLevelClass()) {
            findings.add(
                    test,
                    test.packageName(),
                    "The test %s is in package %s of module '%s', where it can use everything package-private."
                            .formatted(test.inWords(), test.packageName(), home.name()),
                    "Move it to a package of its own module, and use what the other one exports.");
        }
    }
}
