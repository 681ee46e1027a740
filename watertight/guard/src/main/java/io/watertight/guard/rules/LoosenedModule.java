package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Finding.Place;
import java.util.stream.Stream;

/** A module that is open, or exports its internals, is one in name only. */
final class LoosenedModule {

    private static final String MOVE = "Remove %s, and move what is for others into the module's base package.";

    void examine(CodeBase code, Findings findings) {
        code.modules().forEach(it -> {
            findings.examined(it);
            examine(code, it, MissingDeclaration.descriptor(it, findings), findings);
        });
        code.find(code.mainClass())
                .filter(type -> Stream.of(Spring.MODULITHIC, Spring.MODULITH)
                        .flatMap(it -> type.java().tryGetAnnotationOfType(it).stream())
                        .flatMap(it -> it.tryGetExplicitlyDeclaredProperty("additionalPackages").stream())
                        .anyMatch(it -> it instanceof Object[] packages && packages.length > 0))
                .ifPresent(type -> findings.report(
                        findings.at(type),
                        "%s adds modules outside its own package.".formatted(type.inWords()),
                        "Remove additionalPackages, and move the modules below the application's package."));
        code.settings().stream()
                .filter(it -> it.name().startsWith("spring.modulith.detection-strategy")
                        || it.name().startsWith("spring.modulith.default-"))
                .forEach(findings::add);
    }

    private static void examine(CodeBase code, AppModule module, Place place, Findings findings) {
        if (module.open()) {
            findings.report(place, "Module '%s' is open.".formatted(module.name()), MOVE.formatted("type = OPEN"));
        }
        Stream.concat(module.exportedPackages().stream(), module.exportedTypes().stream())
                .filter(it -> (it + ".").startsWith(module.internalPackage() + "."))
                .forEach(it -> findings.report(
                        place,
                        "Module '%s' makes the internal %s a named interface.".formatted(module.name(), it),
                        MOVE.formatted("@NamedInterface")));
        code.files(".*src/test/.*/" + module.basePackage().replace('.', '/') + "(/.*)?/package-info\\.java").stream()
                .filter(it -> Project.text(it).contains("@ApplicationModule"))
                .forEach(it -> findings.report(
                        findings.at(it, 1),
                        "A test source declares what its module may use.",
                        "Remove it: the module's main source says that."));
        // A module within a module is examined by nobody: its outer one must not use it, its neighbours cannot.
        code.find(module.internalPackage() + ".package-info")
                .filter(it -> it.java().isAnnotatedWith(Spring.APPLICATION_MODULE))
                .ifPresent(it -> findings.report(
                        findings.at(it),
                        "The internal package of module '%s' is declared as a module of its own."
                                .formatted(module.name()),
                        "Remove @ApplicationModule there, or make it a module beside the other one."));
    }
}
