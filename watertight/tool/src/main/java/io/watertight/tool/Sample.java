package io.watertight.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules that are there to be read and copied, as modules/pom.xml marks them. */
final class Sample {

    private static final Pattern REGION =
            Pattern.compile("(?s)[ \\t]*<!-- sample -->\\n(.*?)[ \\t]*<!-- /sample -->\\n");
    /** With the blank line before it. */
    private static final Pattern PART =
            Pattern.compile("(?s)(?:(?<=\\n)\\n)?[ \\t]*(?:#|//) sample\\n.*?(?:#|//) /sample\\n");

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Sample() {}

    static Set<String> modules(Project project) {
        Matcher region = REGION.matcher(project.plan().read("modules/pom.xml"));
        Set<String> modules = new LinkedHashSet<>();
        if (region.find()) {
            MODULE.matcher(region.group(1)).results().forEach(it -> modules.add(it.group(1)));
        }
        return modules;
    }

    static List<String> removeAll(Project project) {
        Set<String> modules = modules(project);
        if (modules.isEmpty()) {
            throw new ToolException("There is no sample here any more.");
        }
        return remove(project, modules);
    }

    static void keepOnly(Project project, List<String> kept) {
        kept.forEach(project::requireModule);
        Set<String> gone = modules(project);
        gone.removeAll(kept);
        if (!gone.isEmpty()) {
            remove(project, gone);
        }
    }

    /** Takes modules out, of the sample or not; with the last of the sample go its place in the build and its settings. */
    static List<String> remove(Project project, Set<String> modules) {
        List<String> lines = new ModuleRemoval(project, modules).apply();
        if (modules(project).isEmpty()) {
            forgetMarks(project.plan());
        }
        return lines;
    }

    private static void forgetMarks(Plan plan) {
        for (String path : List.copyOf(plan.files(""))) {
            if (!path.startsWith("watertight/") && plan.isText(path)) {
                String text = plan.read(path);
                String without = PART.matcher(text).replaceAll("");
                if (!without.equals(text)) {
                    plan.write(path, without);
                }
            }
        }
        plan.write(
                "modules/pom.xml", REGION.matcher(plan.read("modules/pom.xml")).replaceAll("$1"));
    }
}
