package io.watertight.guard.rules.suppression;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.ClassFacts.Note;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways in which a module can tell Spring Modulith to let everybody in. */
final class LoosenedModules implements Rule {

    private static final String NAMED_INTERFACE = "org.springframework.modulith.NamedInterface";
    private static final String APPLICATION_MODULE = "org.springframework.modulith.ApplicationModule";
    private static final String MODULITHIC = "org.springframework.modulith.Modulithic";
    private static final List<String> STRATEGIES = List.of(
            "org.springframework.modulith.core.ApplicationModuleDetectionStrategy",
            "org.springframework.modulith.core.ApplicationModuleSourceFactory",
            "org.springframework.modulith.core.VerificationOptions");

    @Override
    public String id() {
        return "no-loosened-modules";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.SUPPRESSION;
    }

    @Override
    public String promise() {
        return "no module is open, exports its inside, or is looked for in another way";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        for (DomainModule module : code.modules()) {
            findings.examined(module);
            if (module.open()) {
                findings.violation(
                        descriptor(code, module.basePackage()),
                        "Module '%s' is declared OPEN.".formatted(module.name()),
                        "Spring Modulith then lets everybody use everything in it.",
                        "Remove type = OPEN, and export what others need as records and an interface.");
            }
            if (module.shared()) {
                code.persistence().entities().stream()
                        .filter(it -> module.equals(it.home()))
                        .findFirst()
                        .ifPresent(it -> findings.violation(
                                code.where(it),
                                "Shared module '%s' has the entity %s.".formatted(module.name(), it.simpleName()),
                                "A shared module may be used by everybody, so nothing in it can be stored.",
                                "Remove '%s' from sharedModules, or move the entity.".formatted(module.name())));
            }
        }
        Set<String> packages =
                code.classes().stream().map(CodeClass::packageName).collect(Collectors.toSet());
        for (CodeClass type : code.classes()) {
            for (Note note : type.facts().notes()) {
                examine(code, packages, type, note, findings);
            }
            type.facts().mentions().stream()
                    .filter(it -> STRATEGIES.contains(it.type()))
                    .findFirst()
                    .ifPresent(it -> findings.violation(
                            code.where(type, it.place().line()),
                            "%s uses %s.".formatted(type.simpleName(), it.type().replaceFirst(".*\\.", "")),
                            "It can hide a module, or a part of one, from every check.",
                            "Remove it: a module is a package directly below %s.".formatted(code.basePackage())));
        }
    }

    private static void examine(Codebase code, Set<String> packages, CodeClass type, Note note, Findings findings) {
        if (note.type().equals(MODULITHIC) && !note.all("additionalPackages").isEmpty()) {
            findings.violation(
                    code.where(type, note.place().line()),
                    "The application has additional packages: %s.".formatted(note.all("additionalPackages")),
                    "Modules outside of %s are not examined.".formatted(code.basePackage()),
                    "Move them below %s.".formatted(code.basePackage()));
        }
        DomainModule home = type.home();
        if (home != null
                && note.type().equals(APPLICATION_MODULE)
                && !type.isDescriptor()
                && note.all("type").contains("OPEN")) {
            findings.violation(
                    code.where(type, note.place().line()),
                    "%s declares module '%s' OPEN.".formatted(type.simpleName(), home.name()),
                    "Spring Modulith then lets everybody use everything in it.",
                    "Remove type = OPEN, and export what others need as records and an interface.");
            return;
        }
        if (home == null || type.packageName().equals(home.basePackage())) {
            return;
        }
        if (note.type().equals(NAMED_INTERFACE) && packages.contains(home.internalPackage())) {
            findings.violation(
                    code.where(type, note.place().line()),
                    "%s makes a part of the inside of module '%s' a named interface."
                            .formatted(type.simpleName(), home.name()),
                    "What is in a named interface may be used by others, entities included.",
                    "Remove @NamedInterface, and put what others need into %s.".formatted(home.basePackage()));
        } else if (note.type().equals(APPLICATION_MODULE)) {
            findings.violation(
                    code.where(type, note.place().line()),
                    "%s declares a module within module '%s'.".formatted(type.packageName(), home.name()),
                    "Spring Modulith gives a nested module rules of its own.",
                    "Remove @ApplicationModule there, or make it a module of the application.");
        }
    }

    private static String descriptor(Codebase code, String packageName) {
        return code.find(packageName + ".package-info")
                .map(it -> code.where(it))
                .orElse(packageName);
    }
}
