package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;

/** A test that prepares another module's rows depends on its internals, and breaks with them. */
final class ForeignTestData {

    void examine(CodeBase code, CodeType test, Findings findings) {
        ForeignData.examine(code, test, findings);
        if (test.owner() != null) {
            new ForeignTable().examine(code, test, findings); // The application's tests look at the whole.
            SharedTable.examineTest(code, test, findings);
        }
        new ForeignInternals().examine(code, test, findings);
        if (test.home() != null && !test.home().shared()) {
            new BorrowedPackage().examine(code, test, findings);
        }
    }
}
