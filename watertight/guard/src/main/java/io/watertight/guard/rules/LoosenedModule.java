package io.watertight.guard.rules;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Finding.Place;
import java.util.stream.Stream;

/** A module that is open, or exports its inside, is one in name only. */
final class LoosenedModule {

    private static final String MOVE = "Remove %s, and move what is for others into the module's base package.";

    private LoosenedModule() {}

    static void examine(CodeBase code, Findings findings) {
        code.modules().forEach(it -> {
            findings.examined(it);
            examine(code, it, MissingDeclaration.descriptor(it, findings), findings);
        });
        code.guarded().forEach(it -> examineClass(it, findings));
        code.files("(.*/)?src/test/.*/package-info\\.java").stream()
                .filter(it -> Project.text(it).contains("@ApplicationModule"))
                .forEach(it -> report(
                        findings.at(it, 1),
                        "A test source declares what its module may use.",
                        "Remove it: the module's main source says that.",
                        findings));
        code.settings().stream()
                .filter(it -> it.name().startsWith("spring.modulith.detection-strategy")
                        || it.name().startsWith("spring.modulith.default-"))
                .forEach(it -> findings.add(findings.at(it.file(), it.line()), it.inWords()));
    }

    private static void examine(CodeBase code, AppModule module, Place place, Findings findings) {
        if (module.open()) {
            report(place, "Module '%s' is open.".formatted(module.name()), MOVE.formatted("type = OPEN"), findings);
        }
        Stream.concat(module.exportedPackages().stream(), module.exportedTypes().stream())
                .filter(it -> (it + ".").startsWith(module.internalPackage() + "."))
                .forEach(it -> report(
                        place,
                        "Module '%s' makes %s of its inside a named interface.".formatted(module.name(), it),
                        MOVE.formatted("@NamedInterface"),
                        findings));
        if (module.shared() && code.persistence().entities().stream().anyMatch(it -> it.isOwnedBy(module))) {
            report(
                    place,
                    "Module '%s' has entities and is shared with everybody.".formatted(module.name()),
                    "Remove it from sharedModules; share value types alone.",
                    findings);
        }
        // A module within a module is examined by nobody: its outer one must not use it, its neighbours cannot.
        code.find(module.internalPackage() + ".package-info")
                .filter(it -> it.java().isAnnotatedWith(Spring.APPLICATION_MODULE))
                .ifPresent(it -> report(
                        findings.at(it),
                        "The inside of module '%s' is declared a module of its own.".formatted(module.name()),
                        "Remove @ApplicationModule there, or make it a module beside the other one.",
                        findings));
    }

    /** What a class says of its package, where nobody looks for it; in Kotlin that is the only place. */
    private static void examineClass(CodeType type, Findings findings) {
        Stream.of(Spring.MODULITHIC, Spring.MODULITH)
                .flatMap(it -> type.java().tryGetAnnotationOfType(it).stream())
                .flatMap(it -> it.tryGetExplicitlyDeclaredProperty("additionalPackages").stream())
                .filter(it -> it instanceof Object[] packages && packages.length > 0)
                .forEach(_ -> report(
                        findings.at(type),
                        "%s adds modules outside of its own package.".formatted(type.inWords()),
                        "Remove additionalPackages, and move the modules below the application's package.",
                        findings));
        if (!type.source().isKotlin()
                && (type.java().isAnnotatedWith(Spring.APPLICATION_MODULE)
                        || type.java().isAnnotatedWith(Spring.PACKAGE_INFO))) {
            report(
                    findings.at(type),
                    "%s declares a module, which its package does.".formatted(type.inWords()),
                    "Remove the annotation; what a module is stands in its package-info.java.",
                    findings);
        }
    }

    private static void report(Place place, String what, String instead, Findings findings) {
        findings.add(place, what, what, instead);
    }
}
