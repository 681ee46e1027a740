package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Finding.Place;

/** Spring Modulith allows everything to a module that does not say what it needs. */
final class MissingDeclaration {

    private MissingDeclaration() {}

    static void examine(CodeBase code, Findings findings) {
        if (code.modules().stream().noneMatch(AppModule::declared)) {
            return;
        }
        for (AppModule module : code.businessModules()) {
            findings.examined(module);
            if (module.allowed() == null) {
                findings.add(
                        descriptor(code, module, findings),
                        module.name(),
                        "Module '%s' does not say which modules it may use.".formatted(module.name()),
                        "Write in package-info.java of %s: @ApplicationModule(allowedDependencies = {...}), empty if there are none."
                                .formatted(module.basePackage()));
            }
        }
    }

    static Place descriptor(CodeBase code, AppModule module, Findings findings) {
        return code.descriptorOf(module)
                .map(it -> findings.at(it, 1))
                .orElseGet(() -> findings.at(module.basePackage().replace('.', '/') + "/package-info.java", 0));
    }
}
