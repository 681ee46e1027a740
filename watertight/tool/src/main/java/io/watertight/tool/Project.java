package io.watertight.tool;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a checkout says of itself, read anew from its POMs and sources each time. */
record Project(Plan plan) {

    static final String REMOTE_POM = "remote/pom.xml";

    private static final String MODULES_POM = "modules/pom.xml";
    private static final Pattern MIGRATION = Pattern.compile(".*/V(\\d+)__[^/]*\\.sql");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    static Project of(Plan plan) {
        if (!plan.exists("pom.xml") || !plan.exists(MODULES_POM)) {
            throw new ToolException(
                    "This folder is not a Watertight project: it lacks pom.xml or modules/pom.xml. Call the wt of your project.");
        }
        return new Project(plan);
    }

    /** Also the base package. */
    String group() {
        return ownElement("groupId");
    }

    /** The name of the project itself, in kebab case. */
    String name() {
        return ownElement("artifactId");
    }

    String version() {
        return ownElement("version");
    }

    String packagePath() {
        return group().replace('.', '/');
    }

    Set<String> modules() {
        Set<String> modules = new LinkedHashSet<>();
        MODULE.matcher(plan.read(MODULES_POM)).results().forEach(it -> modules.add(it.group(1)));
        return modules;
    }

    void requireModule(String module) {
        if (!modules().contains(module) && plan.exists("modules/" + module + "/pom.xml")) {
            throw new ToolException(
                    "modules/%1$s is a folder that modules/pom.xml does not name; add <module>%1$s</module> there."
                            .formatted(module));
        }
        if (!modules().contains(module)) {
            throw new ToolException(
                    "There is no module '%s'. The modules are: %s.".formatted(module, String.join(", ", modules())));
        }
    }

    /** Whether its modules can be called in other processes. */
    boolean hasRemote() {
        return plan.exists(REMOTE_POM);
    }

    /** The remote interface of a service. */
    String remote(String thing) {
        return "remote/src/main/java/%s/remote/Remote%sService.java".formatted(packagePath(), thing);
    }

    /** The folder of a module's exported types. */
    String api(String module) {
        return "modules/" + module + "/src/main/java/" + packagePath() + "/" + module;
    }

    String internal(String module) {
        return api(module) + "/internal";
    }

    String migrations(String module) {
        return "modules/" + module + "/src/main/resources/db/migration/" + module;
    }

    String templates(String module) {
        return "modules/" + module + "/src/main/resources/templates/" + module;
    }

    /** The number of the next migration of a module. */
    long nextMigration(String module) {
        return migrationsInOrder(module).stream()
                        .mapToLong(Project::numberOf)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** The paths of what runs once, as it runs. */
    List<String> migrationsInOrder(String module) {
        return plan.files(migrations(module)).stream()
                .filter(path -> MIGRATION.matcher(path).matches())
                .sorted(Comparator.comparingLong(Project::numberOf))
                .toList();
    }

    private static long numberOf(String path) {
        Matcher migration = MIGRATION.matcher(path);
        return migration.matches() ? Long.parseLong(migration.group(1)) : 0;
    }

    /** The first such element of the root POM that is not the parent's. */
    private String ownElement(String element) {
        String pom = plan.read("pom.xml").replaceFirst("(?s)<parent>.*?</parent>", "");
        return first(pom, "<" + element + ">([^<]+)</" + element + ">")
                .orElseThrow(() -> new ToolException("The root pom.xml has no <" + element + ">."));
    }

    private static Optional<String> first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
