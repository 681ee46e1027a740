package io.watertight.guard.rules.build;

import io.watertight.guard.code.AppModule;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Pom;
import io.watertight.guard.code.Project;
import io.watertight.guard.rules.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Switches by which Maven leaves out tests or the enforcer, wherever a project keeps them. */
final class SkippedCheck {

    private static final Pattern OPTION = Pattern.compile("(?:-D\\s*|--define[=\\s]\\s*)([A-Za-z.]+)(?:=(\\S*))?");
    private static final Pattern PARTIAL = Pattern.compile(
            "(?<!\\S)(-fn|--fail-never|-N|--non-recursive|(-pl|--projects|-f|--file|-rf|--resume-from)(?=[\\s=!:]|$))");
    private static final Set<String> SKIPS = Set.of(
            "enforcer.skip",
            "enforcer.skipRules",
            "enforcer.rules",
            "maven.test.skip",
            "maven.test.skip.exec",
            "maven.main.skip",
            "maven.test.failure.ignore",
            "skipTests",
            "skipITs",
            "test",
            "groups",
            "excludedGroups",
            "surefire.excludesFile",
            "surefire.includesFile");
    private static final Set<String> CHECKS = Set.of("enforcer.fail", "enforcer.failIfNoRules");

    /** What loosens surefire or the enforcer, and the values with which it does not. */
    private static final Map<String, String> LOOSENING = Map.ofEntries(
            Map.entry("skip", "false"),
            Map.entry("fail", "true"),
            Map.entry("level", "ERROR"),
            Map.entry("rulesToSkip", ""),
            Map.entry("rulesToExecute", ""),
            Map.entry("skipTests", "false"),
            Map.entry("skipExec", "false"),
            Map.entry("testFailureIgnore", "false"),
            Map.entry("excludesFile", "-"),
            Map.entry("excludedGroups", "-"),
            Map.entry("groups", "-"),
            Map.entry("test", "-"),
            Map.entry("includesFile", "-"),
            Map.entry("excludes", "-"),
            Map.entry("phase", "validate|test|integration-test|verify"));

    private SkippedCheck() {}

    static void examine(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null || project.poms().isEmpty()) {
            return;
        }
        for (Pom pom : project.poms()) {
            if (isOfAnotherProject(project, pom)) {
                continue;
            }
            String file = code.path(pom.file());
            findings.examined(file);
            pom.properties().stream()
                    .filter(it -> SKIPS.contains(it.name()) && !it.value().equals("false")
                            || CHECKS.contains(it.name()) && it.value().equals("false"))
                    .forEach(it -> report(
                            file,
                            pom.lineOf("<" + it.name() + ">"),
                            "The POM sets %s to '%s'.".formatted(it.name(), it.value()),
                            findings));
            for (String left : List.of("testExcludes", "testIncludes")) {
                if (!pom.elements(left).isEmpty()) {
                    report(
                            file,
                            pom.lineOf("<" + left + ">"),
                            "The POM compiles only some of the tests: <%s>.".formatted(left),
                            findings);
                }
            }
            pom.elements("plugin").stream()
                    .filter(it -> text(it, "artifactId").matches("maven-(enforcer|surefire|failsafe)-plugin"))
                    .forEach(it -> examine(file, pom, it, findings));
        }
        for (String file : List.of(".mvn/maven.config", ".mvn/jvm.config")) {
            examine(code, project.root().resolve(file), findings);
        }
        inProfiles(code, project.poms().getFirst(), findings);
    }

    /** A toolkit in the same tree tests itself elsewhere; what the application's POMs inherit from it counts. */
    private static boolean isOfAnotherProject(Project project, Pom pom) {
        String own = project.poms().getFirst().groupId();
        return !pom.groupId().equals(own)
                && project.poms().stream()
                        .filter(it -> it.groupId().equals(own))
                        .flatMap(it -> it.elements("parent").stream())
                        .noneMatch(it -> text(it, "artifactId").equals(pom.artifactId()));
    }

    private static void examine(String file, Pom pom, Element plugin, Findings findings) {
        LOOSENING.forEach((element, harmless) -> {
            var found = plugin.getElementsByTagName(element);
            for (int i = 0; i < found.getLength(); i++) {
                String value = found.item(i).getTextContent().strip();
                boolean enforcers = element.equals("excludes")
                        && !text(plugin, "artifactId").contains("surefire");
                if (!value.matches(harmless)
                        && !isBelow(found.item(i), "rules")
                        && !enforcers
                        && !value.startsWith("${")) {
                    report(
                            file,
                            pom.lineOf("<" + element + ">"),
                            "The POM gives %s <%s>%s</%s>."
                                    .formatted(
                                            text(plugin, "artifactId"),
                                            element,
                                            value.replaceAll("\\s+", " "),
                                            element),
                            findings);
                }
            }
        });
    }

    private static void examine(CodeBase code, Path file, Findings findings) {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Project.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher partial = PARTIAL.matcher(lines.get(i));
            if (partial.find()) {
                report(
                        code.path(file),
                        i + 1,
                        "%s has the option %s.".formatted(code.path(file), partial.group(1)),
                        findings);
            }
            Matcher option = OPTION.matcher(lines.get(i));
            while (option.find()) {
                boolean off = "false".equals(option.group(2));
                if (SKIPS.contains(option.group(1)) && !off || CHECKS.contains(option.group(1)) && off) {
                    report(code.path(file), i + 1, "%s sets %s.".formatted(code.path(file), option.group(1)), findings);
                }
            }
        }
    }

    /** What is built in a profile only is not tested where nobody asks for the profile: modules, and the guard itself. */
    private static void inProfiles(CodeBase code, Pom root, Findings findings) {
        List<String> always = root.elements("module").stream()
                .filter(it -> !isBelow(it, "profile"))
                .map(it -> it.getTextContent().strip())
                .toList();
        root.elements("module").stream()
                .filter(it -> isBelow(it, "profile"))
                .map(it -> it.getTextContent().strip())
                .filter(it -> !always.contains(it))
                .filter(it -> isModule(code, root, it) || isGuard(code, root, it))
                .forEach(it -> report(
                        code.path(root.file()),
                        root.lineOf("<module>" + it),
                        "The root POM builds %s in a profile only.".formatted(it),
                        findings));
    }

    private static boolean isModule(CodeBase code, Pom root, String folder) {
        return code.modules().stream()
                .map(AppModule::unit)
                .anyMatch(it -> root.folder().resolve(folder).normalize().equals(it.folder()));
    }

    private static boolean isGuard(CodeBase code, Pom root, String folder) {
        return code.tests().stream()
                .filter(it -> root.folder()
                        .resolve(folder)
                        .normalize()
                        .equals(it.unit().folder()))
                .anyMatch(it -> it.uses().stream().anyMatch(use -> use.type().equals("io.watertight.guard.Guard"))
                        && it.uses().stream().anyMatch(use -> use.type().equals(code.mainClass())));
    }

    private static boolean isBelow(Node node, String name) {
        for (Node above = node.getParentNode(); above != null; above = above.getParentNode()) {
            if (above.getNodeName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return Objects.requireNonNullElse(child.getTextContent(), "").strip();
            }
        }
        return "";
    }

    private static void report(String file, int line, String what, Findings findings) {
        findings.add(
                findings.at(file, line),
                what,
                what,
                "A check that is left out is green, and nobody sees the difference.",
                "Remove it. What has to be allowed for a while is an entry in architecture-exceptions.yml.");
    }
}
