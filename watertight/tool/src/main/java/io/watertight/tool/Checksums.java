package io.watertight.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the toolkit was when it came, by which a change of one's own is told. */
final class Checksums {

    static final String FILE = "watertight/CHECKSUMS";

    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{64})  (.+)");

    private Checksums() {}

    /** A record that is there knows what came, and what was changed since has to stay known. */
    static void recordIfNew(Plan plan) {
        if (!plan.exists(FILE)) {
            record(plan);
        }
    }

    static void record(Plan plan) {
        StringBuilder lines = new StringBuilder();
        Map<String, String> sums = of(plan);
        sums.keySet().removeAll(WorkTree.of(plan.root()).ignored("watertight"));
        sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
        plan.write(FILE, lines.toString());
    }

    /** The files of the toolkit that are not as they came; empty where nothing was recorded. */
    static Optional<List<String>> changed(Plan plan) {
        if (!plan.exists(FILE)) {
            return Optional.empty();
        }
        Map<String, String> recorded = recorded(plan);
        Map<String, String> now = of(plan);
        List<String> changed = new ArrayList<>();
        recorded.forEach((path, sum) -> {
            if (!sum.equals(now.get(path))) {
                changed.add(path);
            }
        });
        Set<String> ignored = WorkTree.of(plan.root()).ignored("watertight");
        now.keySet().stream()
                .filter(path -> !recorded.containsKey(path) && !ignored.contains(path))
                .forEach(changed::add);
        return Optional.of(List.copyOf(changed));
    }

    private static Map<String, String> recorded(Plan plan) {
        Map<String, String> recorded = new TreeMap<>();
        for (String line : plan.read(FILE).lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw new ToolException(
                        "The line '%s' in %s is not a checksum. If it is left over from a merge, take the whole file from the same side of the merge as watertight/."
                                .formatted(line, FILE));
            }
            recorded.put(entry.group(2), entry.group(1));
        }
        return recorded;
    }

    /** Of texts as they are with line feeds, so that a checkout on Windows has the same. */
    private static Map<String, String> of(Plan plan) {
        Map<String, String> sums = new TreeMap<>();
        for (String path : plan.files("watertight")) {
            if (!path.equals(FILE)) {
                byte[] bytes = plan.isText(path) ? plan.read(path).getBytes(StandardCharsets.UTF_8) : plan.bytes(path);
                sums.put(path, HexFormat.of().formatHex(sha256().digest(bytes)));
            }
        }
        return sums;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
