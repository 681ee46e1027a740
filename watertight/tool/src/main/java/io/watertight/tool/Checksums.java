package io.watertight.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the toolkit was when it came, by which a change of one's own is told. */
final class Checksums {

    static final String FILE = "watertight/CHECKSUMS";

    private Checksums() {}

    static void record(Plan plan) {
        StringBuilder lines = new StringBuilder();
        of(plan).forEach((path, sum) ->
                lines.append(sum).append("  ").append(path).append('\n'));
        plan.write(FILE, lines.toString());
    }

    /** The files of the toolkit that are not as they came; empty where nothing was recorded. */
    static Optional<List<String>> changed(Plan plan) {
        if (!plan.exists(FILE)) {
            return Optional.empty();
        }
        Map<String, String> recorded = new TreeMap<>();
        plan.read(FILE).lines().forEach(line -> recorded.put(line.substring(66), line.substring(0, 64)));
        Map<String, String> now = of(plan);
        List<String> changed = new ArrayList<>();
        recorded.forEach((path, sum) -> {
            if (!sum.equals(now.get(path))) {
                changed.add(path);
            }
        });
        now.keySet().stream().filter(path -> !recorded.containsKey(path)).forEach(changed::add);
        return Optional.of(List.copyOf(changed));
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
