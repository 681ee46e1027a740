package com.example.architecture.rules.build;

import com.example.architecture.RuleGroup;
import com.example.architecture.codebase.Codebase;
import com.example.architecture.codebase.Pom;
import com.example.architecture.codebase.ProjectFiles;
import com.example.architecture.codebase.Reactor;
import com.example.architecture.rules.Findings;
import com.example.architecture.rules.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Switches by which Maven leaves out a guard, wherever they can be set; surefire hands those of the command line on. */
final class NothingSkipped implements Rule {

    private static final List<String> SWITCHES = List.of(
            "enforcer.skip",
            "enforcer.skipRules",
            "enforcer.rules",
            "enforcer.fail",
            "enforcer.failFast",
            "maven.test.skip",
            "maven.test.skip.exec",
            "maven.test.failure.ignore",
            "maven.main.skip",
            "skipTests",
            "skipITs",
            "surefire.failIfNoSpecifiedTests",
            "failIfNoTests",
            "archunit.skip");
    private static final Pattern ON_A_COMMAND_LINE = Pattern.compile("-D\\s*([A-Za-z.]+)(?:=(\\S*))?");
    private static final List<String> GUARDING_PLUGINS = List.of("maven-enforcer-plugin", "maven-surefire-plugin");
    private static final List<String> LOOSENING_ELEMENTS = List.of(
            "skip", "skipTests", "testFailureIgnore", "fail", "excludes", "excludedGroups", "groups", "skipAfterFailureCount");

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
                    .filter(it -> SWITCHES.contains(it.name()))
                    .forEach(it -> report(
                            "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<" + it.name() + ">")),
                            "The POM sets %s to '%s'.".formatted(it.name(), it.value()),
                            findings));
            pom.elements("plugin").stream()
                    .filter(it -> GUARDING_PLUGINS.contains(textOf(it, "artifactId")))
                    .forEach(it -> examine(code, reactor, pom, it, findings));
        }
        for (String file : List.of(".mvn/maven.config", ".mvn/jvm.config")) {
            examine(code, reactor.root().resolve(file), findings);
        }
        findings.examined("the switches of this run");
        SWITCHES.stream()
                .filter(it -> it.startsWith("enforcer."))
                .filter(it -> System.getProperty(it) != null)
                .forEach(it -> report(
                        "the command line",
                        "This build runs with -D%s=%s.".formatted(it, System.getProperty(it)),
                        findings));
    }

    private static void examine(Codebase code, Reactor reactor, Pom pom, Element plugin, Findings findings) {
        String name = textOf(plugin, "artifactId");
        for (String element : LOOSENING_ELEMENTS) {
            var found = plugin.getElementsByTagName(element);
            for (int i = 0; i < found.getLength(); i++) {
                boolean isSetting = isBelow(found.item(i), "configuration") && !isBelow(found.item(i), "rules");
                if (isSetting && !found.item(i).getTextContent().strip().equals("false") || isFailSwitchedOff(found.item(i))) {
                    report(
                            "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<" + element + ">")),
                            "The POM gives %s a <%s>.".formatted(name, element),
                            findings);
                }
            }
        }
        var phases = plugin.getElementsByTagName("phase");
        for (int i = 0; i < phases.getLength(); i++) {
            String phase = phases.item(i).getTextContent().strip();
            boolean belongsToRoot = pom.equals(reactor.rootPom());
            if (!belongsToRoot && name.equals("maven-enforcer-plugin") || phase.equals("none")) {
                report(
                        "%s:%d".formatted(code.path(pom.file()), pom.lineOf("<phase>" + phase)),
                        "The POM moves %s to phase '%s'.".formatted(name, phase),
                        findings);
            }
        }
    }

    private static boolean isFailSwitchedOff(Node element) {
        return element.getNodeName().equals("fail") && element.getTextContent().strip().equals("false");
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
            Matcher option = ON_A_COMMAND_LINE.matcher(lines.get(i));
            while (option.find()) {
                if (SWITCHES.contains(option.group(1))) {
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
