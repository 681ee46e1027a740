package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Finding.Place;
import java.nio.file.Files;

/** Spring Modulith lets a module use every other one if it does not declare what it needs. */
final class MissingDeclaration {

    void examine(CodeBase code, Findings findings) {
        if (code.modules().stream().noneMatch(AppModule::declared)) {
            return;
        }
        for (AppModule module : code.businessModules()) {
            findings.examined(module);
            if (module.allowed() == null) {
                findings.add(
                        descriptor(module, findings),
                        module.name(),
                        "Module '%s' does not declare which modules it may use.".formatted(module.name()),
                        "Write in package-info.java of %s: @ApplicationModule(allowedDependencies = {...}), empty if there are none."
                                .formatted(module.basePackage()));
            }
        }
    }

    static Place descriptor(AppModule module, Findings findings) {
        String descriptor = module.basePackage().replace('.', '/') + "/package-info.java";
        return module.unit().sources().stream()
                .map(it -> it.resolve(descriptor))
                .filter(Files::exists)
                .findFirst()
                .map(it -> findings.at(it, 1))
                .orElseGet(() -> findings.at(descriptor, 0));
    }
}
