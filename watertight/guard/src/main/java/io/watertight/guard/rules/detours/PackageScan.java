package io.watertight.guard.rules.detours;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.CodeUnit;
import io.watertight.guard.code.Constants.Text;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A package in a string, or a bean in a file, names what javac would not let anybody name. */
final class PackageScan {

    private static final String WHY =
            "It makes beans of classes that it names in a string: any module's, and those of tomorrow.";
    private static final String INSTEAD =
            "Delete it: what is below the application's package is found by its one scan.";

    private static final Pattern SCANS = Pattern.compile(
            "org\\.springframework\\.(context\\.annotation\\.(ComponentScan|ComponentScans|ComponentScan\\$Filter|ImportResource)|boot\\.persistence\\.autoconfigure\\.EntityScan|boot\\.autoconfigure\\.domain\\.EntityScan"
                    + "|boot\\.autoconfigure\\.SpringBootApplication|data\\..*\\.Enable\\w+Repositories|boot\\.context\\.properties\\.ConfigurationPropertiesScan|boot\\.web\\.servlet\\.ServletComponentScan)");
    private static final Set<String> PACKAGES = Set.of(
            "basePackages", "value", "scanBasePackages", "basePackageClasses", "scanBasePackageClasses", "locations");

    private static final List<Ban> BANS = List.of(new Ban(
            "org.springframework.context.annotation.(ClassPathScanningCandidateComponentProvider|ClassPathBeanDefinitionScanner|AnnotationConfigApplicationContext)"
                    + "|org.springframework.core.type.classreading.*|org.springframework.core.io.support.PathMatchingResourcePatternResolver"
                    + "|org.springframework.beans.factory.xml.*|org.springframework.context.support.\\w*Xml\\w+|org.springframework.boot.builder.SpringApplicationBuilder",
            "",
            WHY,
            INSTEAD));

    private PackageScan() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            type.java().getAnnotations().forEach(it -> examine(code, type, it, findings));
        });
        for (CodeUnit unit : code.units()) {
            Path resources = unit.resources();
            if (resources != null && unit.role() != CodeUnit.Role.TECHNICAL && code.project() != null) {
                Project project = Objects.requireNonNull(code.project());
                project.files().stream()
                        .filter(it -> it.startsWith(resources) && it.toString().endsWith(".xml"))
                        .filter(it -> Project.text(it).contains("springframework.org/schema/beans"))
                        .forEach(it -> findings.add(
                                findings.at(it, 1),
                                "beans",
                                "There are beans in %s.".formatted(it.getFileName()),
                                WHY,
                                INSTEAD));
            }
        }
        code.settings().stream()
                .filter(it -> it.name().equals("spring.main.sources"))
                .forEach(it -> findings.add(
                        findings.at(it.file(), it.line()),
                        it.name(),
                        "%s is set to '%s'.".formatted(it.name(), it.value()),
                        WHY,
                        INSTEAD));
    }

    private static void examine(CodeBase code, CodeType type, JavaAnnotation<?> annotation, Findings findings) {
        String name = annotation.getRawType().getName();
        if (SCANS.matcher(name).matches()) {
            boolean told = PACKAGES.stream()
                    .flatMap(it -> annotation.tryGetExplicitlyDeclaredProperty(it).stream())
                    .anyMatch(it -> it instanceof Object[] array ? leaves(code, type, array) : !"".equals(it));
            if (told) {
                report(type, annotation, findings);
            }
        } else if (name.equals("org.springframework.context.annotation.Import")
                && annotation.get("value").orElse("") instanceof Object[] imported
                && List.of(imported).stream()
                        .anyMatch(it -> it instanceof JavaClass found && isForeign(code, type, found))) {
            report(type, annotation, findings);
        }
    }

    /** Packages of the module's own are its own affair. */
    private static boolean leaves(CodeBase code, CodeType type, Object[] packages) {
        return List.of(packages).stream()
                .map(it -> it instanceof JavaClass found ? found.getPackageName() : it.toString())
                .anyMatch(it -> type.owner() == null
                        ? !it.equals(code.basePackage()) && !it.isEmpty()
                        : !type.owner().holds(it));
    }

    private static boolean isForeign(CodeBase code, CodeType type, JavaClass imported) {
        return code.find(imported)
                .filter(it -> it.isInBusiness() && !type.isOwnedBy(it.owner()))
                .isPresent();
    }

    private static void report(CodeType type, JavaAnnotation<?> annotation, Findings findings) {
        findings.add(
                findings.at(type),
                annotation.getRawType().getSimpleName(),
                "%s has @%s for what is not its own%s."
                        .formatted(type.inWords(), annotation.getRawType().getSimpleName(), words(type)),
                WHY,
                INSTEAD);
    }

    private static String words(CodeType type) {
        List<String> packages = type.texts()
                .filter(it -> it.annotation() != null && it.value().matches("[a-z]\\w*(\\.\\w+)+(\\.\\*+)?"))
                .map(Text::value)
                .distinct()
                .toList();
        return packages.isEmpty() ? "" : ": " + String.join(", ", packages);
    }
}
