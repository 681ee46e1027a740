package io.watertight.guard.rules.suppression;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Spring;
import io.watertight.guard.rules.Finding.Place;
import io.watertight.guard.rules.Findings;
import java.util.Set;

/** A module that is open, or exports its inside, is one in name only. */
final class LoosenedModule {

    private LoosenedModule() {}

    static void examine(CodeBase code, Findings findings) {
        for (AppModule module : code.modules()) {
            findings.examined(module);
            Place place = code.descriptorOf(module)
                    .map(it -> findings.at(it, 1))
                    .orElseGet(() -> findings.at(module.basePackage(), 0));
            if (module.open()) {
                report(
                        place,
                        "Module '%s' is open.".formatted(module.name()),
                        "Remove type = OPEN, and move what is for others into the module's base package.",
                        findings);
            }
            module.exportedPackages().stream()
                    .filter(it -> (it + ".").startsWith(module.internalPackage() + "."))
                    .forEach(it -> report(
                            place,
                            "Module '%s' makes its inside %s a named interface.".formatted(module.name(), it),
                            "Remove @NamedInterface, and move what is for others into the module's base package.",
                            findings));
            module.exportedTypes().stream()
                    .filter(it -> it.startsWith(module.internalPackage() + "."))
                    .forEach(it -> report(
                            place,
                            "Module '%s' makes %s of its inside a named interface.".formatted(module.name(), it),
                            "Remove @NamedInterface, and move what is for others into the module's base package.",
                            findings));
            boolean data =
                    module.shared() && code.persistence().entities().stream().anyMatch(it -> it.isOwnedBy(module));
            if (data) {
                report(
                        place,
                        "Module '%s' has entities and is shared with everybody.".formatted(module.name()),
                        "Remove it from sharedModules; share value types alone.",
                        findings);
            }
        }
        code.guarded().forEach(it -> examineClass(code, it, findings));
        descriptors(code, findings);
    }

    /** What a class says of its package, where nobody looks for it; in Kotlin that is the only place. */
    private static void examineClass(CodeBase code, CodeType type, Findings findings) {
        for (String mark : Set.of(Spring.MODULITHIC, Spring.MODULITH)) {
            type.java()
                    .tryGetAnnotationOfType(mark)
                    .filter(it -> hasPackages(it))
                    .ifPresent(_ -> report(
                            findings.at(type),
                            "%s adds modules outside of its own package.".formatted(type.inWords()),
                            "Remove additionalPackages, and move the modules below the application's package.",
                            findings));
        }
        boolean open = type.java().isAnnotatedWith(Spring.APPLICATION_MODULE)
                && !type.java().isAnnotatedWith(Spring.PACKAGE_INFO)
                && type.source().relative().endsWith(".java");
        if (open
                || (type.java().isAnnotatedWith(Spring.PACKAGE_INFO)
                        && type.source().relative().endsWith(".java"))) {
            report(
                    findings.at(type),
                    "%s declares a module, which its package does.".formatted(type.inWords()),
                    "Remove the annotation; what a module is stands in its package-info.java.",
                    findings);
        }
    }

    private static boolean hasPackages(JavaAnnotation<?> annotation) {
        return annotation
                .tryGetExplicitlyDeclaredProperty("additionalPackages")
                .filter(it -> it instanceof Object[] array && array.length > 0)
                .isPresent();
    }

    /** A module within a module is examined by nobody: its outer one must not use it, its neighbours cannot. */
    private static void descriptors(CodeBase code, Findings findings) {
        for (AppModule module : code.businessModules()) {
            code.find(module.internalPackage() + ".package-info")
                    .filter(it -> it.java().isAnnotatedWith(Spring.APPLICATION_MODULE))
                    .ifPresent(it -> report(
                            findings.at(it),
                            "The inside of module '%s' is declared a module of its own.".formatted(module.name()),
                            "Remove @ApplicationModule there, or make it a module beside the other one.",
                            findings));
        }
        code.settings().stream()
                .filter(it -> it.name().startsWith("spring.modulith.detection-strategy")
                        || it.name().startsWith("spring.modulith.default-"))
                .forEach(it -> report(
                        findings.at(it.file(), it.line()),
                        "%s is set to '%s'.".formatted(it.name(), it.value()),
                        "Remove it, or let every module be declared and looked for in the same way by everybody.",
                        findings));
    }

    private static void report(Place place, String what, String instead, Findings findings) {
        findings.add(
                place,
                what,
                what,
                "What others may use is then decided by nobody: whatever is public can be named.",
                instead);
    }
}
