package io.watertight.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds and removes entries of POMs, and leaves everything else in them as it is. */
final class PomEdit {

    private PomEdit() {}

    /** Behind the last module of the first list. */
    static String addModule(String pom, String module) {
        int end = pom.indexOf("</modules>");
        if (end < 0) {
            throw new ToolException("modules/pom.xml has no <modules>.");
        }
        int line = pom.lastIndexOf('\n', end) + 1;
        return pom.substring(0, line) + "    <module>" + module + "</module>\n" + pom.substring(line);
    }

    static String removeModule(String pom, String module) {
        return pom.replaceAll("[ \\t]*<module>" + Pattern.quote(module) + "</module>\\n", "");
    }

    /** Behind the other modules, or as the first dependency. */
    static String addDependency(String pom, String group, String module, String afterArtifact) {
        String entry = """
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>${project.version}</version>
                    </dependency>
                """.formatted(group, module);
        Matcher other = dependency(group, afterArtifact).matcher(pom);
        int at = other.find() ? other.end() : pom.indexOf('\n', firstDependencies(pom)) + 1;
        return pom.substring(0, at) + entry + pom.substring(at);
    }

    static String removeDependency(String pom, String group, String artifact) {
        String without = dependency(group, artifact).matcher(pom).replaceAll("");
        return without.replaceAll("\\n?  <dependencies>\\s*</dependencies>\\n", "");
    }

    static boolean hasDependency(String pom, String group, String artifact) {
        return dependency(group, artifact).matcher(pom).find();
    }

    private static int firstDependencies(String pom) {
        String managed = pom.replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        int at = pom.indexOf("<dependencies>", pom.length() - managed.length());
        if (at < 0) {
            throw new ToolException("A POM has no <dependencies> to add to.");
        }
        return at;
    }

    private static Pattern dependency(String group, String artifact) {
        return Pattern.compile("[ \\t]*<dependency>\\s*<groupId>" + Pattern.quote(group) + "</groupId>\\s*<artifactId>"
                + Pattern.quote(artifact) + "</artifactId>(?:(?!</dependency>)[\\s\\S])*</dependency>\\n");
    }
}
