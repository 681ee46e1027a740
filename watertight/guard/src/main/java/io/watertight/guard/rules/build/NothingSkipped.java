package io.watertight.guard.rules.build;

import io.watertight.guard.RuleGroup;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.DomainModule;
import io.watertight.guard.codebase.Pom;
import io.watertight.guard.codebase.ProjectFiles;
import io.watertight.guard.codebase.Reactor;
import io.watertight.guard.rules.Findings;
import io.watertight.guard.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Switches by which Maven leaves out a guard, wherever they can be set; surefire hands those of the command line on. */
final class NothingSkipped implements Rule {

    private static final Pattern OPTION = Pattern.compile("(?:-D\\s*|--define[=\\s]\\s*)([A-Za-z.]+)(?:=(\\S*))?");
    private static final List<String> ENVIRONMENT = List.of("MAVEN_OPTS", "MAVEN_ARGS", "MAVEN_CMD_LINE_ARGS");

    /** Options that leave out projects, or go on when one has failed. */
    private static final Pattern PARTIAL = Pattern.compile(
            "(?<!\\S)(-fn|--fail-never|-N|--non-recursive|(-pl|--projects|-f|--file|-rf|--resume-from)(?=[\\s=!:]|$))");

    private static final String ENFORCER = "maven-enforcer-plugin";
    private static final String SUREFIRE = "maven-surefire-plugin";

    @Override
    public String id() {
        return "nothing-skipped";
    }

    @Override
    public RuleGroup group() {
        return RuleGroup.BUILD;
    }

    @Override
    public String promise() {
        return "no switch of Maven leaves out the enforcer or the tests";
    }

    @Override
    public void examine(Codebase code, Findings findings) {
        Reactor reactor = code.reactor();
        if (reactor == null) {
            return;
        }
        for (Pom pom : reactor.poms()) {
            findings.examined(code.path(pom.file()));
            pom.properties().stream()
                    .filter(it -> Switches.OF_MAVEN.contains(it.name()))
                    .forEach(it -> report(
                            "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<" + it.name() + ">")),
                            "The POM sets %s to '%s'.".formatted(it.name(), it.value()),
                            findings));
            for (String left : List.of("testExcludes", "testIncludes")) {
                if (!pom.elements(left).isEmpty()) {
                    report(
                            "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<" + left + ">")),
                            "The POM compiles only some of the tests: <%s>.".formatted(left),
                            findings);
                }
            }
            pom.elements("plugin").stream()
                    .filter(it -> List.of(ENFORCER, SUREFIRE).contains(textOf(it, "artifactId")))
                    .forEach(it -> examine(code, pom, it, findings));
        }
        for (String file : List.of(".mvn/maven.config", ".mvn/jvm.config")) {
            examine(code, reactor.root().resolve(file), findings);
        }
        examineThisRun(findings);
        examineModules(code, reactor.rootPom(), findings);
        examineRoot(code, reactor.rootPom(), findings);
    }

    /** Surefire hands switches of the command line on; those of the JVM that runs Maven are seen in its environment only. */
    private static void examineThisRun(Findings findings) {
        findings.examined("the switches of this run");
        List<String> enforcing = Switches.OF_MAVEN.stream()
                .filter(it -> it.startsWith("enforcer."))
                .toList();
        enforcing.stream()
                .filter(it -> System.getProperty(it) != null)
                .forEach(it -> report(
                        "the command line",
                        "This build runs with -D%s=%s.".formatted(it, System.getProperty(it)),
                        findings));
        for (String variable : ENVIRONMENT) {
            Matcher option = OPTION.matcher(Objects.requireNonNullElse(System.getenv(variable), ""));
            while (option.find()) {
                if (enforcing.contains(option.group(1)) && System.getProperty(option.group(1)) == null) {
                    report(
                            "the environment variable " + variable,
                            "This build runs with %s.".formatted(option.group()),
                            findings);
                }
            }
        }
    }

    private static void examineModules(Codebase code, Pom root, Findings findings) {
        root.elements("module").stream()
                .filter(it -> isBelow(it, "profile"))
                .map(it -> it.getTextContent().strip())
                .filter(it -> root.elements("module").stream()
                        .noneMatch(other -> !isBelow(other, "profile")
                                && other.getTextContent().strip().equals(it)))
                .filter(it -> code.modules().stream()
                        .anyMatch(module ->
                                isBuiltIn(module, root.folder().resolve(it).normalize())))
                .forEach(it -> report(
                        "%s:%d".formatted(code.path(root.file()), root.lineOf("<module>" + it)),
                        "The root POM builds %s in a profile only.".formatted(it),
                        findings));
    }

    private static boolean isBuiltIn(DomainModule module, Path folder) {
        Pom pom = module.unit().pom();
        return pom != null && pom.folder().equals(folder);
    }

    private static void examineRoot(Codebase code, Pom root, Findings findings) {
        boolean enforces = root.elements("plugin").stream()
                .filter(it -> textOf(it, "artifactId").equals(ENFORCER))
                .anyMatch(it -> it.getElementsByTagName("bannedDependencies").getLength() > 0);
        if (!enforces && code.isOneUnitPerModule()) {
            report(
                    "%s:%d".formatted(code.path(root.file()), root.lineOf("<build>")),
                    "The root POM has no list of what modules may depend on.",
                    findings);
        }
    }

    private static void examine(Codebase code, Pom pom, Element plugin, Findings findings) {
        String name = textOf(plugin, "artifactId");
        Switches.LOOSENING.forEach((element, harmless) -> {
            var found = plugin.getElementsByTagName(element);
            for (int i = 0; i < found.getLength(); i++) {
                String value = found.item(i).getTextContent().strip();
                if (!harmless.contains(value) && !isBelow(found.item(i), "rules")) {
                    report(
                            "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<" + element + ">")),
                            "The POM gives %s <%s>%s</%s>.".formatted(name, element, value, element),
                            findings);
                }
            }
        });
        if (name.equals(SUREFIRE) && plugin.getElementsByTagName("excludes").getLength() > 0) {
            report(
                    "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<excludes>")),
                    "The POM excludes tests.",
                    findings);
        }
    }

    private static boolean isBelow(Node node, String name) {
        for (Node above = node.getParentNode(); above != null; above = above.getParentNode()) {
            if (above.getNodeName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void examine(Codebase code, Path file, Findings findings) {
        if (!Files.exists(file)) {
            return;
        }
        findings.examined(code.path(file));
        List<String> lines = ProjectFiles.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher partial = PARTIAL.matcher(lines.get(i));
            if (partial.find()) {
                report(
                        "%s:%d".formatted(code.path(file), i + 1),
                        "%s has the option %s.".formatted(code.path(file), partial.group(1)),
                        findings);
            }
            Matcher option = OPTION.matcher(lines.get(i));
            while (option.find()) {
                if (Switches.OF_MAVEN.contains(option.group(1))) {
                    report(
                            "%s:%d".formatted(code.path(file), i + 1),
                            "%s sets %s.".formatted(code.path(file), option.group(1)),
                            findings);
                }
            }
        }
    }

    private static String textOf(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }

    private static void report(String where, String what, Findings findings) {
        findings.violation(
                where,
                what,
                "A guard that is left out is green, and nobody sees the difference.",
                "Remove it. What a module may depend on is a list in the root POM; what has to be allowed for a while is an entry in"
                        + " architecture-exceptions.yml.");
    }
}
