package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.Pom;
import io.watertight.guard.code.Project;
import io.watertight.guard.code.References.Use;
import io.watertight.guard.rules.Finding.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Switches by which Maven leaves out tests or the enforcer, wherever a project keeps them. */
record SkippedCheck(CodeBase code, Findings findings) {

    private static final Pattern OPTION = Pattern.compile("(?:-D\\s*|--define[=\\s]\\s*)([A-Za-z.-]+)(?:=(\\S*))?");
    private static final Pattern PARTIAL = Pattern.compile(
            "(?<!\\S)(-fn|--fail-never|-N|--non-recursive|(-pl|--projects|-f|--file|-rf|--resume-from)(?=[\\s=!:]|$))");
    private static final Pattern SKIPS = Pattern.compile(
            "enforcer\\.(fail|failIfNoRules)=false|(?!.*=false$)((enforcer\\.(skip|skipRules|rules)|maven\\.(test\\.skip(\\.exec)?|main\\.skip|test\\.failure\\.ignore)|skipTests|skipITs|test|groups|excludedGroups|surefire\\.(excludes|includes)File)=.*|test-classes\\.phase=(?!(test-compile|process-test-classes)$).*)");
    /** What failsafe runs and surefire does not. */
    private static final Pattern INTEGRATION_TESTS = Pattern.compile("(\\s*\\*\\*/(IT\\*|\\*IT|\\*ITCase)\\.java)+");

    /** What loosens surefire or the enforcer, as element=value. */
    private static final Pattern LOOSENS = Pattern.compile(
            "(skip|skipTests|skipITs|skipExec|testFailureIgnore)=(?!false$).*|fail=(?!true$).*|level=(?!ERROR$).*|(rulesToSkip|rulesToExecute)=.+"
                    + "|(excludesFile|includesFile|excludedGroups|groups|test|excludes)=.*|phase=(?!(validate|test|integration-test|verify)$).*",
            Pattern.DOTALL);

    static void examine(CodeBase code, Findings findings) {
        Project project = code.project();
        if (project == null || project.poms().isEmpty()) {
            return;
        }
        SkippedCheck rule = new SkippedCheck(code, findings);
        project.poms().stream().filter(it -> !isOfAnotherProject(project, it)).forEach(rule::examine);
        Stream.of(".mvn/maven.config", ".mvn/jvm.config")
                .map(project.root()::resolve)
                .filter(Files::exists)
                .forEach(rule::examineOptions);
        rule.examineProfiles(project.poms().getFirst());
    }

    /** A toolkit in the same tree tests itself elsewhere; what the application's POMs inherit from it counts. */
    private static boolean isOfAnotherProject(Project project, Pom pom) {
        String own = project.poms().getFirst().groupId();
        return !pom.groupId().equals(own)
                && project.poms().stream()
                        .filter(it -> it.groupId().equals(own))
                        .flatMap(it -> it.elements("parent").stream())
                        .noneMatch(it -> Pom.text(it, "artifactId").equals(pom.artifactId()));
    }

    private void examine(Pom pom) {
        findings.examined(code.path(pom.file()));
        pom.properties().stream()
                .filter(it -> SKIPS.matcher(
                                it.getTagName() + "=" + it.getTextContent().strip())
                        .matches())
                .forEach(it -> report(
                        pom,
                        "<" + it.getTagName() + ">",
                        "The POM sets %s to '%s'."
                                .formatted(it.getTagName(), it.getTextContent().strip())));
        Stream.of("testExcludes", "testIncludes")
                .filter(it -> pom.elements(it).stream().anyMatch(at -> leavesOut(pom, at)))
                .forEach(it ->
                        report(pom, "<" + it + ">", "The POM compiles only some of the tests: <%s>.".formatted(it)));
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
            String value = it.getTextContent().strip();
            boolean ofOthers = element.equals("excludes")
                    && (name.contains("enforcer")
                            || name.contains("surefire")
                                    && INTEGRATION_TESTS.matcher(value).matches());
            if (LOOSENS.matcher(element + "=" + value).matches()
                    && !ofOthers
                    && !isBelow(it, "rules")
                    && !value.startsWith("${")) {
                report(
                        pom,
                        "<" + element + ">",
                        "The POM gives %s <%s>%s</%s>."
                                .formatted(name, element, value.replaceAll("\\s+", " "), element));
            }
        }
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
        Map<Boolean, List<String>> modules = pom.elements("module").stream()
                .collect(Collectors.partitioningBy(
                        it -> isBelow(it, "profile"),
                        Collectors.mapping(it -> it.getTextContent().strip(), Collectors.toList())));
        modules.getOrDefault(true, List.of()).stream()
                .filter(it -> !modules.getOrDefault(false, List.of()).contains(it))
                .filter(it -> isModuleOrGuard(pom.folder().resolve(it).normalize()))
                .forEach(it -> report(pom, "<module>" + it, "The root POM builds %s in a profile only.".formatted(it)));
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

    private void report(Pom pom, String part, String what) {
        findings.add(findings.at(pom.file(), Project.lineOf(Project.text(pom.file()), part)), what);
    }
}
