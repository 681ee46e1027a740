package io.watertight.tool;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes modules out, with their places in the build and the tests of others that name them. */
final class ModuleRemoval {

    /** How many of a kind a refusal names. */
    private static final int FEW = 3;

    private static final Pattern RUNS = Pattern.compile("@(?:Parameterized)?Test\\b|\\bmain\\(");

    /** Which module runs in which process, and what depends on it. */
    private static final String PROCESSES = "compose.split.yml";

    private final Project project;
    private final Plan plan;
    private final Set<String> modules;

    ModuleRemoval(Project project, Set<String> modules) {
        this.project = project;
        this.plan = project.plan();
        this.modules = modules;
    }

    /** What is to be said of it. */
    List<String> apply() {
        modules.forEach(project::requireModule);
        refuseWhatIsUsed();
        Pattern traces = traces();
        List<String> tests = testsThatName(traces);
        for (String module : modules) {
            plan.deleteAll("modules/" + module);
            plan.write("modules/pom.xml", PomEdit.removeModule(plan.read("modules/pom.xml"), module));
        }
        for (String pom : poms()) {
            String text = plan.read(pom);
            for (String module : modules) {
                text = PomEdit.removeDependency(text, project.group(), module);
            }
            plan.write(pom, text);
        }
        modules.forEach(this::forgetSettings);
        tests.forEach(plan::delete);
        List<String> summary = summary(tests);
        if (haveProcesses()) {
            List<String> files = filesOfProcesses();
            files.forEach(plan::delete);
            summary.add(
                    "Deleted, because they configure separate processes: %s. docs/split-a-module.md says what belongs in them."
                            .formatted(String.join(", ", files)));
        }
        return summary;
    }

    private boolean haveProcesses() {
        return plan.exists(PROCESSES)
                && Pattern.compile("(?m)^  (" + String.join("|", modules) + "):$")
                        .matcher(plan.read(PROCESSES))
                        .find();
    }

    private List<String> filesOfProcesses() {
        return plan.files("").stream()
                .filter(path -> path.equals(PROCESSES)
                        || path.equals("compose.scale.yml")
                        || path.equals("docker/nginx/split.conf")
                        || path.startsWith("deploy/")
                        || path.startsWith("app/")
                                && (path.endsWith("/RoutesTests.java")
                                        || path.endsWith("/KubernetesTests.java")
                                        || path.endsWith("/Manifests.java")))
                .toList();
    }

    private void forgetSettings(String module) {
        String settings = "app/src/main/resources/application.yml";
        if (plan.exists(settings)) {
            plan.write(settings, plan.read(settings).replaceAll("(?m)^" + module + ":\\n(?:\\n* .*\\n)*\\n?", ""));
        }
        if (plan.exists(".gitattributes")) {
            plan.write(
                    ".gitattributes", plan.read(".gitattributes").replaceAll("(?m)^modules/" + module + "/.*\\n", ""));
        }
    }

    private List<String> summary(List<String> tests) {
        List<String> lines = new ArrayList<>();
        lines.add("Removed: %s.".formatted(String.join(", ", modules)));
        if (!tests.isEmpty()) {
            lines.add("Deleted as well, because they name %s: ".formatted(modules.size() == 1 ? "it" : "them")
                    + tests.stream()
                            .map(path -> path.substring(path.lastIndexOf('/') + 1))
                            .collect(Collectors.joining(", ")));
        }
        lines.add("A database keeps the data. To delete it permanently, run as a superuser:");
        for (String module : modules) {
            lines.add(
                    "  drop schema if exists %1$s cascade; drop table if exists migrations.flyway_schema_history_%1$s;"
                            .formatted(module));
            lines.add("  drop owned by %1$s_owner, %1$s_rw; drop role %1$s_owner, %1$s_rw;".formatted(module));
        }
        return lines;
    }

    private void refuseWhatIsUsed() {
        Set<String> uses = new LinkedHashSet<>();
        for (String module : modules) {
            for (String other : project.modules()) {
                if (!modules.contains(other)) {
                    uses.addAll(usesOf(module, other));
                }
            }
            uses.addAll(imports(module, "app/src/main", "app"));
        }
        if (!uses.isEmpty()) {
            throw new ToolException("Still in use: " + String.join("; ", uses)
                    + ". Change that first, or remove those modules together with it.");
        }
    }

    private List<String> usesOf(String module, String other) {
        List<String> uses = imports(module, "modules/" + other, "module '" + other + "'");
        if (uses.isEmpty()
                && PomEdit.hasDependency(plan.read("modules/" + other + "/pom.xml"), project.group(), module)) {
            uses.add("module '%s' has it as a dependency in its pom.xml".formatted(other));
        }
        return uses;
    }

    private List<String> imports(String module, String folder, String who) {
        Pattern type =
                Pattern.compile("import (?:static )?" + Pattern.quote(project.group() + "." + module) + "\\.(\\w+)");
        Set<String> types = new LinkedHashSet<>();
        Set<String> files = new LinkedHashSet<>();
        for (String path : plan.files(folder)) {
            if (path.endsWith(".java")) {
                type.matcher(plan.read(path)).results().forEach(it -> {
                    types.add(it.group(1));
                    files.add(path.substring(path.lastIndexOf('/') + 1));
                });
            }
        }
        List<String> uses = new ArrayList<>();
        if (!types.isEmpty()) {
            uses.add("%s needs %s of '%s' in %s".formatted(who, few(types), module, few(files)));
        }
        return uses;
    }

    private static String few(Set<String> names) {
        String first = names.stream().limit(FEW).collect(Collectors.joining(", "));
        return names.size() > FEW ? first + " and " + (names.size() - FEW) + " more" : first;
    }

    private List<String> poms() {
        return plan.files("").stream()
                .filter(path -> path.endsWith("pom.xml") && !path.startsWith("watertight/") && !path.contains("/src/"))
                .toList();
    }

    /** By what a module is named elsewhere: its packages, its folder, its tables and its addresses. */
    private Pattern traces() {
        List<String> traces = new ArrayList<>();
        for (String module : modules) {
            traces.add(Pattern.quote(project.group() + "." + module + "."));
            traces.add("\\bmodules/" + module + "/");
            traces.add("(?:from|join|into|update|table) " + module + "\\.\\w+");
            traces.add("\"/" + module + "[\"/?]");
            for (String path : plan.files(project.internal(module))) {
                if (path.endsWith("Controller.java")) {
                    Addresses.of(plan.read(path)).stream()
                            .filter(it -> it.startsWith("/api/"))
                            .forEach(it -> traces.add(Pattern.quote(it) + "\\b"));
                }
            }
        }
        return Pattern.compile(String.join("|", traces));
    }

    private static String typeOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }

    /** Whether a test only imports a helper for others, and does without. */
    private boolean forgets(String path, String helper) {
        String type = typeOf(helper);
        String before = plan.read(path);
        String source = before.replaceAll("(@Import\\(\\{[^}]*?)" + type + "\\.class, ", "$1")
                .replaceAll("(@Import\\(\\{[^}]*?), " + type + "\\.class(?=[,}])", "$1");
        if (isNamedIn(source, helper)) {
            return false;
        }
        plan.write(path, source);
        return true;
    }

    /** Remote interfaces and tests that name a module, those that need one of these, and what only these needed. */
    private List<String> testsThatName(Pattern traces) {
        List<String> tests = new ArrayList<>();
        for (String folder : List.of("remote/src", "app/src/test", "architecture-tests/src/test")) {
            plan.files(folder).stream().filter(path -> path.endsWith(".java")).forEach(tests::add);
        }
        List<String> gone = new ArrayList<>(tests.stream()
                .filter(path -> traces.matcher(plan.read(path)).find())
                .toList());
        for (int i = 0; i < gone.size(); i++) {
            for (String path : tests) {
                if (!gone.contains(path) && isNamedIn(plan.read(path), gone.get(i)) && !forgets(path, gone.get(i))) {
                    gone.add(path);
                }
            }
        }
        List<String> left = tests.stream().filter(it -> !gone.contains(it)).toList();
        List<String> idle = helping(tests);
        idle.removeAll(helping(left));
        left.stream().filter(idle::contains).forEach(gone::add);
        return List.copyOf(gone);
    }

    /** What tests need, and what that needs. */
    private List<String> helping(List<String> files) {
        List<String> needed = new ArrayList<>(
                files.stream().filter(it -> RUNS.matcher(plan.read(it)).find()).toList());
        for (int i = 0; i < needed.size(); i++) {
            String source = plan.read(needed.get(i));
            files.stream()
                    .filter(it -> !needed.contains(it) && isNamedIn(source, it))
                    .toList()
                    .forEach(needed::add);
        }
        return needed;
    }

    private static boolean isNamedIn(String source, String path) {
        return Pattern.compile("\\b" + typeOf(path) + "\\b").matcher(source).find();
    }
}
