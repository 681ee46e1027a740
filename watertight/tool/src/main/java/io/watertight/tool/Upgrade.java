package io.watertight.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Another version of the toolkit in place of this one. */
final class Upgrade implements Command {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>parent</artifactId>\\s*<version>([^<]+)</version>\\s*<packaging>");
    private static final Pattern HEADING = Pattern.compile("## \\[?v?(\\d[^ \\]]*).*");
    private static final Pattern BREAKING = Pattern.compile("(?i)(?:-|#+) (?:\\*\\*)?breaking\\b.*");

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String summary() {
        return "replaces watertight/ with another version";
    }

    @Override
    public String help() {
        return """
                wt upgrade --from DIR|ZIP

                Replaces the folder watertight/ and the launchers with those of another checkout or of its ZIP file, and shows the
                breaking changes from the change log. Refuses to lose changes of your own in the toolkit; --force overwrites them.

                Example:
                  wt upgrade --from ../watertight-0.3.0.zip
                """;
    }

    @Override
    public Set<String> valued() {
        return Set.of("from");
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        arguments.atMost(0);
        Map<String, byte[]> files = toolkitIn(Path.of(arguments.required("from")));
        if (!arguments.has("force")) {
            requireUnchanged(Checksums.changed(plan)
                    .orElseThrow(() -> new ToolException(
                            "There is no %s, so the tool cannot tell whether you have changed the toolkit. Compare watertight/ with its release; --force replaces it, and discards any changes of yours."
                                    .formatted(Checksums.FILE))));
        }
        String before = version(plan);
        toolkit(plan).forEach(plan::delete);
        files.forEach(plan::put);
        String now = version(plan);
        pointParentTo(plan, before, now);
        Checksums.record(plan);
        List<String> lines = new ArrayList<>();
        lines.add("The toolkit is %s now; it was %s.".formatted(now, before));
        lines.addAll(breaking(plan, before));
        return Result.of(lines, "./mvnw verify");
    }

    private static void requireUnchanged(List<String> changed) {
        if (!changed.isEmpty()) {
            throw new ToolException(
                    "The toolkit has changes of your own, in %s%s. Move them out of watertight/, or discard them with --force."
                            .formatted(
                                    changed.get(0),
                                    changed.size() == 1 ? "" : " and %d more".formatted(changed.size() - 1)));
        }
    }

    /** Without what git ignores, such as files of an editor. */
    private static List<String> toolkit(Plan plan) {
        Set<String> ignored = WorkTree.of(plan.root()).ignored("watertight");
        return plan.files("watertight").stream()
                .filter(path -> !ignored.contains(path))
                .toList();
    }

    private static Map<String, byte[]> toolkitIn(Path source) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            if (Files.isRegularFile(source)) {
                readZip(source, files);
            } else {
                Plan other = new Plan(source.toAbsolutePath().normalize());
                toolkit(other).forEach(path -> files.put(path, other.bytes(path)));
                Stream.of("wt", "wt.cmd").filter(other::exists).forEach(path -> files.put(path, other.bytes(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!files.containsKey("watertight/parent/pom.xml")) {
            throw new ToolException("There is no toolkit in " + source + ": it has no watertight/parent/pom.xml.");
        }
        return files;
    }

    /** The folder in which archives usually have all is left out. */
    private static void readZip(Path source, Map<String, byte[]> files) throws IOException {
        try (InputStream in = Files.newInputStream(source);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst("^(?!watertight/|wt$|wt\\.cmd$)[^/]+/", "");
                if (!entry.isDirectory() && belongs(name) && !name.contains("..")) {
                    files.put(name, zip.readAllBytes());
                }
            }
        }
    }

    /** Windows reads on in wt.cmd, where it was in the former one, after the upgrade; so that file ends its last line by exit. */
    private static boolean belongs(String path) {
        return path.startsWith("watertight/") || path.equals("wt") || path.equals("wt.cmd");
    }

    private static String version(Plan plan) {
        Matcher version = VERSION.matcher(plan.read("watertight/parent/pom.xml"));
        if (!version.find()) {
            throw new ToolException("watertight/parent/pom.xml does not say which version the toolkit is.");
        }
        return version.group(1);
    }

    private static void pointParentTo(Plan plan, String before, String now) {
        String pom = plan.read("pom.xml");
        plan.write(
                "pom.xml",
                pom.replaceFirst(
                        "(<groupId>io\\.watertight</groupId>\\s*<artifactId>parent</artifactId>\\s*<version>)"
                                + Pattern.quote(before),
                        "$1" + Matcher.quoteReplacement(now)));
    }

    /**
     * What the change log says above the version that was there, where it says that something breaks: whole entries, and all
     * that stands below such a heading.
     */
    private static List<String> breaking(Plan plan, String before) {
        if (!plan.exists("watertight/CHANGELOG.md")) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        boolean section = false;
        boolean entry = false;
        for (String line : plan.read("watertight/CHANGELOG.md").lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches() && before.replace("-SNAPSHOT", "").equals(heading.group(1))) {
                break;
            }
            boolean breaks = BREAKING.matcher(line).matches();
            if (line.startsWith("#")) {
                section = breaks;
            }
            entry = breaks || entry && line.startsWith("  ");
            if ((section || entry) && !line.isBlank()) {
                lines.add("  " + line);
            }
        }
        return lines;
    }
}
