package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Pom;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.References.Use;
import io.watertight.guard.rules.Finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Switches by which Maven leaves out tests or the enforcer, wherever a project keeps them. */
record SkippedCheck(CodeBase code, Project project, Findings findings) {

    private static final Pattern OPTION = Pattern.compile("(?:-D\\s*|--define[=\\s]\\s*)([A-Za-z.-]+)(?:=(\\S*))?");
    private static final Pattern PARTIAL = Pattern.compile(
            "(?<!\\S)(-fn|--fail-never|-N|--non-recursive|(-pl|--projects|-f|--file|-rf|--resume-from)(?=[\\s=!:]|$))");
    private static final Pattern SKIPS = Pattern.compile(
            "enforcer\\.(fail|failIfNoRules)=false|(?!.*=false$|(surefire\\.excludes|failsafe\\.includes)=(\\*\\*/(IT\\*|\\*IT|\\*ITCase)\\.java[,\\s]*)+$)((enforcer\\.(skip|skipRules|rules)|maven\\.(test\\.skip(\\.exec)?|main\\.skip|test\\.failure\\.ignore)|skipTests|skipITs|test|groups|excludedGroups|(surefire|failsafe)\\.(excludes|includes)(File)?)=.*|test-classes\\.phase=(?!(test-compile|process-test-classes)$).*)");
    private static final String SUREFIRE = "maven-surefire-plugin";
    private static final String RUN_TESTS = "maven-(surefire|failsafe)-plugin";
    private static final Map<String, String> OPPOSITES =
            Map.of("excludes", "includes", "excludedGroups", "groups", "groups", "excludedGroups");
    /** What failsafe runs and surefire does not. */
    private static final Pattern INTEGRATION_TESTS =
            Pattern.compile("excludes=(\\s*\\*\\*/(IT\\*|\\*IT|\\*ITCase)\\.java)+");
    /** The enforcer needs nothing that is compiled, and excludes dependencies. */
    private static final Pattern OF_ENFORCER = Pattern.compile(
            "excludes=.*|phase=(validate|initialize|(generate|process)-(test-)?(sources|resources)|(test-)?compile|process-classes)",
            Pattern.DOTALL);
    /** What loosens surefire or the enforcer, as element=value. */
    private static final Pattern LOOSENS = Pattern.compile(
            "(skip|skipTests|skipITs|skipExec|testFailureIgnore)=(?!false$).*|fail=(?!true$).*|level=(?!ERROR$).*|(rulesToSkip|rulesToExecute)=.+"
                    + "|(excludesFile|includesFile|excludedGroups|groups|test|excludes)=.+|phase=(?!(process-test-classes|test|(prepare-)?package|((pre|post)-)?integration-test|verify)$).*",
            Pattern.DOTALL);

    static void examine(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null || project.poms().isEmpty()) {
            return;
        }
        SkippedCheck rule = new SkippedCheck(code, project, findings);
        project.poms().stream().filter(it -> !rule.isOfAnotherProject(it)).forEach(rule::examine);
        code.files("\\.mvn/(maven|jvm)\\.config").forEach(rule::examineOptions);
        rule.examineProfiles(project.poms().getFirst());
    }

    /** A toolkit in the same tree tests itself elsewhere; what the application's POMs inherit from it counts. */
    private boolean isOfAnotherProject(Pom pom) {
        String own = project.poms().getFirst().groupId();
        return !pom.groupId().equals(own)
                && project.poms().stream()
                        .filter(it -> it.groupId().equals(own))
                        .flatMap(it -> it.elements("parent").stream())
                        .noneMatch(it -> Pom.text(it, "artifactId").equals(pom.artifactId()));
    }

    private void examine(Pom pom) {
        findings.examined(code.path(pom.file()));
        for (Element it : pom.properties()) {
            String value = it.getTextContent().strip();
            if (SKIPS.matcher(it.getTagName() + "=" + value).matches()) {
                report(pom, it.getTagName(), "The POM sets %s to '%s'.".formatted(it.getTagName(), value));
            }
        }
        Stream.of("testExcludes", "testIncludes")
                .filter(it -> pom.elements(it).stream().anyMatch(at -> leavesOut(pom, at)))
                .forEach(it -> report(pom, it, "The POM compiles only some of the tests: <%s>.".formatted(it)));
        pom.elements("plugin").stream()
                .filter(it -> Pom.text(it, "artifactId").matches("maven-(enforcer|surefire|failsafe)-plugin"))
                .forEach(it -> examinePlugin(pom, it, Pom.text(it, "artifactId")));
    }

    /** An execution beside Maven's own, which compiles them all, compiles some of them sooner. */
    private static boolean leavesOut(Pom pom, Element configured) {
        return !configured.getParentNode().getParentNode().getNodeName().equals("execution")
                || pom.elements("id").stream()
                        .anyMatch(it -> it.getTextContent().contains("default-testCompile"));
    }

    private void examinePlugin(Pom pom, Element plugin, String name) {
        for (Element it : Pom.below(plugin).toList()) {
            String element = it.getTagName();
            String value = meant(it.getTextContent().strip());
            String set = element + "=" + value;
            boolean harmless = name.matches(RUN_TESTS)
                    ? name.equals(SUREFIRE) && INTEGRATION_TESTS.matcher(set).matches() || isRunElsewhere(pom, it, name)
                    : OF_ENFORCER.matcher(set).matches();
            if (LOOSENS.matcher(set).matches() && !harmless && !isBelow(it, "rules") && !value.startsWith("${")) {
                String shown = value.replaceAll("\\s+", " ");
                report(pom, element, "The POM gives %s <%s>%s</%2$s>.".formatted(name, element, shown));
            }
        }
    }

    /** For a placeholder, what a POM of the project says that it is; where several do, what is not the default. */
    private String meant(String value) {
        return project.poms().stream()
                .flatMap(it -> it.properties().stream())
                .filter(it -> value.equals("${%s}".formatted(it.getTagName())))
                .map(it -> it.getTextContent().strip())
                .filter(it -> !it.equals("false"))
                .findFirst()
                .orElse(value);
    }

    /** Whether another plugin, or another execution that does not inherit it, runs what is left out here. */
    private static boolean isRunElsewhere(Pom pom, Element leftOut, String plugin) {
        String element = leftOut.getTagName();
        return pom.elements("plugin").stream()
                .filter(it -> Pom.text(it, "artifactId").matches(element.equals("groups") ? SUREFIRE : RUN_TESTS))
                .filter(it -> !isBelow(it, "profile") && !isBelow(it, "pluginManagement"))
                .flatMap(other -> Pom.text(other, "artifactId").equals(plugin)
                        ? Pom.below(other)
                                .filter(it -> it.getTagName().equals("execution"))
                                .filter(it -> it != leftOut.getParentNode().getParentNode())
                                .filter(it -> isBelow(leftOut, "execution")
                                        || Pom.below(it)
                                                .map(Element::getTagName)
                                                .anyMatch(element::equals))
                        : Stream.of(other))
                .flatMap(Pom::below)
                .filter(it -> it.getTagName().equals(OPPOSITES.get(element)))
                .anyMatch(it -> words(it).containsAll(words(leftOut)));
    }

    private static List<String> words(Element element) {
        return List.of(element.getTextContent().strip().split("\\s*[,|\n]\\s*"));
    }

    private void examineOptions(Path file) {
        List<String> lines = Project.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Place place = findings.at(file, i + 1);
            Matcher partial = PARTIAL.matcher(lines.get(i));
            if (partial.find()) {
                findings.add(place, "%s has the option %s.".formatted(place.file(), partial.group(1)));
            }
            OPTION.matcher(lines.get(i))
                    .results()
                    .filter(it -> SKIPS.matcher(it.group(1) + "=" + it.group(2)).matches())
                    .forEach(it -> findings.add(place, "%s sets %s.".formatted(place.file(), it.group(1))));
        }
    }

    /** What is built in a profile only is not tested where nobody asks for the profile: modules, and the guard itself. */
    private void examineProfiles(Pom pom) {
        List<String> always = Stream.of("module", "subproject")
                .flatMap(it -> pom.elements(it).stream())
                .filter(it -> !isBelow(it, "profile"))
                .map(it -> it.getTextContent().strip())
                .toList();
        pom.modules().stream()
                .filter(it -> !always.contains(it)
                        && isModuleOrGuard(pom.folder().resolve(it).normalize()))
                .forEach(it -> report(pom, it, "The root POM builds %s in a profile only.".formatted(it)));
    }

    private boolean isModuleOrGuard(Path folder) {
        return code.modules().stream().anyMatch(it -> folder.equals(it.unit().folder()))
                || code.tests().stream()
                        .filter(it -> folder.equals(it.unit().folder()))
                        .map(it -> it.uses().stream().map(Use::type).toList())
                        .anyMatch(it -> it.containsAll(List.of("io.watertight.guard.Guard", code.mainClass())));
    }

    private static boolean isBelow(Node node, String name) {
        Node above = node.getParentNode();
        return above != null && (above.getNodeName().equals(name) || isBelow(above, name));
    }

    private void report(Pom pom, String element, String what) {
        String text = Project.text(pom.file());
        String part = text.contains("<" + element + ">") ? "<" + element + ">" : ">" + element + "<";
        findings.add(findings.at(pom.file(), Project.lineOf(text, part)), what);
    }
}
