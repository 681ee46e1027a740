package io.watertight.operations.modules;

import io.watertight.boundary.DeclaredDependencies.Dependency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays out boxes and arrows: a module is above those that it depends on, and arrows do not share an end. It runs on the server,
 * so that the page needs no script; layout libraries need a browser or an external program.
 */
class MapLayout {

    private static final int BOX_WIDTH = 290;
    private static final int BOX_HEIGHT = 84;
    private static final int BETWEEN_BOXES = 90;
    private static final int BETWEEN_ROWS = 190;
    private static final int MARGIN = 24;

    /** The margin at both sides, for the labels of the outermost arrows. */
    private static final int SIDE = 130;

    /** How far an arrow between neighbours bends down. */
    private static final int DIP = 110;

    /** Half the height of a label, and its distance from the arrow. */
    private static final int HALF_A_LABEL = 21;

    private static final int BESIDE = 10;

    /** The positions of labels along their arrows, so that labels of the same two boxes do not overlap. */
    private static final double CALLS_AT = 0.40;

    private static final double BREACHES_AT = 0.56;
    private static final double EVENTS_AT = 0.76;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final int width;
    private final int bottom;

    MapLayout(Map<String, List<String>> lines, Set<Dependency> dependencies) {
        Map<String, Integer> layers = layers(lines.keySet(), dependencies);
        Map<Integer, List<String>> rows = new TreeMap<>(Comparator.reverseOrder());
        layers.forEach((module, layer) ->
                rows.computeIfAbsent(layer, _ -> new ArrayList<>()).add(module));
        int longest = rows.values().stream().mapToInt(List::size).max().orElse(1);
        this.width = 2 * SIDE + rowWidth(longest);
        int y = MARGIN;
        for (List<String> row : rows.values()) {
            int x = (width - rowWidth(row.size())) / 2;
            for (String module : row) {
                boxes.put(module, new Box(module, x, y, lines.getOrDefault(module, List.of())));
                x += BOX_WIDTH + BETWEEN_BOXES;
            }
            y += BOX_HEIGHT + BETWEEN_ROWS;
        }
        this.bottom = y - BETWEEN_ROWS + MARGIN;
    }

    private static int rowWidth(int boxes) {
        return boxes * (BOX_WIDTH + BETWEEN_BOXES) - BETWEEN_BOXES;
    }

    /** The layer is the length of the longest path down; in a cycle, at most the number of modules. */
    private static Map<String, Integer> layers(Set<String> modules, Set<Dependency> dependencies) {
        Map<String, Integer> layers = new LinkedHashMap<>();
        modules.forEach(it -> layers.put(it, 0));
        for (int round = 1; round < modules.size(); round++) {
            for (Dependency it : dependencies) {
                layers.merge(it.from(), Math.min(layers.getOrDefault(it.to(), 0) + 1, modules.size() - 1), Math::max);
            }
        }
        return layers;
    }

    Drawing place(List<Link> links) {
        boolean dips =
                links.stream().anyMatch(it -> box(it.from()).y() == box(it.to()).y());
        return new Drawing(
                width,
                bottom + (dips ? DIP + HALF_A_LABEL : 0),
                List.copyOf(boxes.values()),
                links.stream().map(it -> arrow(it, links)).toList());
    }

    private Arrow arrow(Link link, List<Link> all) {
        Box from = box(link.from());
        Box to = box(link.to());
        int startX = end(link, from, all);
        int endX = end(link, to, all);
        if (from.y() == to.y()) {
            int y = from.y() + BOX_HEIGHT;
            return new Arrow(
                    "M%s %s C%s %s %s %s %s %s".formatted(startX, y, startX, y + DIP, endX, y + DIP, endX, y),
                    link,
                    "middle",
                    (startX + endX) / 2,
                    y + DIP);
        }
        boolean down = from.y() < to.y();
        int startY = down ? from.y() + BOX_HEIGHT : from.y();
        int endY = down ? to.y() : to.y() + BOX_HEIGHT;
        double along = link.kind().equals("call") ? CALLS_AT : link.kind().equals("breach") ? BREACHES_AT : EVENTS_AT;
        // Between the upper box and the next row, for a longer arrow may pass behind boxes.
        double fromTop = along * BETWEEN_ROWS / Math.abs(endY - startY);
        double fromStart = down ? fromTop : 1 - fromTop;
        // The flatter the arrow, the farther it moves sideways over the height of the label.
        double aside = BESIDE + HALF_A_LABEL * Math.abs((endX - startX) / (double) (endY - startY));
        boolean left = link.kind().equals("call");
        return new Arrow(
                "M%s %s L%s %s".formatted(startX, startY, endX, endY),
                link,
                left ? "end" : "start",
                (int) (startX + (endX - startX) * fromStart + (left ? -aside : aside)),
                (int) (startY + (endY - startY) * fromStart));
    }

    /** Orders the arrows at a box by the boxes at their other ends, so that few cross. */
    private int end(Link link, Box at, List<Link> all) {
        List<Link> onThisSide = all.stream()
                .filter(it -> it.touches(at.name()) && isBelow(other(it, at), at) == isBelow(other(link, at), at))
                .sorted(Comparator.comparingInt((Link it) -> other(it, at).x()).thenComparing(Link::kind))
                .toList();
        return at.x() + BOX_WIDTH * (onThisSide.indexOf(link) + 1) / (onThisSide.size() + 1);
    }

    /** Arrows between neighbours use the lower side, too. */
    private static boolean isBelow(Box one, Box other) {
        return one.y() >= other.y();
    }

    private Box other(Link link, Box end) {
        return box(link.from().equals(end.name()) ? link.to() : link.from());
    }

    private Box box(String module) {
        Box box = boxes.get(module);
        if (box == null) {
            throw new IllegalArgumentException("There is no module " + module);
        }
        return box;
    }

    /**
     * A connection for which an arrow is drawn.
     *
     * @param kind the CSS classes of the arrow
     */
    record Link(String from, String to, String kind, List<String> label) {

        boolean touches(String module) {
            return module.equals(from) || module.equals(to);
        }
    }

    record Box(String name, int x, int y, List<String> lines) {

        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }

        public int middle() {
            return x + BOX_WIDTH / 2;
        }
    }

    /**
     * @param anchor which end of the label's lines is at its position
     */
    record Arrow(String path, Link link, String anchor, int labelX, int labelY) {

        public String head() {
            return "url(#head-" + link.kind().replaceFirst(" .*", "") + ")";
        }
    }

    record Drawing(int width, int height, List<Box> boxes, List<Arrow> arrows) {}
}
