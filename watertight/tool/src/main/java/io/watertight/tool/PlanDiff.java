package io.watertight.tool;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan as a unified diff that {@code git apply} takes. */
final class PlanDiff {

    private PlanDiff() {}

    static String of(Plan plan) {
        StringBuilder diff = new StringBuilder();
        Set<String> moved = new HashSet<>();
        plan.changes().keySet().forEach(path -> plan.originOf(path).ifPresent(moved::add));
        for (Map.Entry<String, Optional<byte[]>> change : plan.changes().entrySet()) {
            if (change.getValue().isPresent() || !moved.contains(change.getKey())) {
                diff.append(file(plan, change.getKey(), change.getValue()));
            }
        }
        return diff.toString();
    }

    private static String file(Plan plan, String path, Optional<byte[]> content) {
        String from = plan.originOf(path).orElse(path);
        Optional<byte[]> before = plan.onDisk(from);
        StringBuilder diff =
                new StringBuilder("diff --git a/%s b/%s%n".formatted(from, path).replace("\r", ""));
        if (!from.equals(path)) {
            diff.append("rename from ")
                    .append(from)
                    .append("\nrename to ")
                    .append(path)
                    .append('\n');
        } else if (before.isEmpty()) {
            diff.append("new file mode 100644\n");
        } else if (content.isEmpty()) {
            diff.append("deleted file mode 100644\n");
        }
        List<String> old = before.map(PlanDiff::lines).orElse(List.of());
        List<String> now = content.map(PlanDiff::lines).orElse(List.of());
        if (!old.equals(now)) {
            diff.append("--- ")
                    .append(before.isPresent() ? "a/" + from : "/dev/null")
                    .append('\n');
            diff.append("+++ ")
                    .append(content.isPresent() ? "b/" + path : "/dev/null")
                    .append('\n');
            diff.append(LineDiff.unified(old, now));
        }
        return diff.toString();
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
