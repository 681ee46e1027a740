package io.watertight.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The difference of two texts, line by line, by the algorithm of Myers. */
final class LineDiff {

    private static final int CONTEXT = 3;

    /**
     * One line of a diff.
     *
     * @param sign a blank, a plus or a minus
     * @param oldLine how many lines of the old text come before it
     * @param newLine how many lines of the new text come before it
     */
    private record Line(char sign, String text, int oldLine, int newLine) {}

    private LineDiff() {}

    /** The hunks, without a header. */
    static String unified(List<String> old, List<String> now) {
        List<Line> script = script(old, now);
        StringBuilder hunks = new StringBuilder();
        int end = 0;
        for (int i = 0; i < script.size(); i++) {
            if (script.get(i).sign() == ' ' || i < end) {
                continue;
            }
            int begin = Math.max(end, i - CONTEXT);
            end = endOfHunk(script, i);
            hunks.append(hunk(script.subList(begin, end)));
        }
        return hunks.toString();
    }

    /** Changes that are close to each other share a hunk. */
    private static int endOfHunk(List<Line> script, int firstChange) {
        int lastChange = firstChange;
        for (int i = firstChange; i < script.size() && i <= lastChange + 2 * CONTEXT; i++) {
            if (script.get(i).sign() != ' ') {
                lastChange = i;
            }
        }
        return Math.min(script.size(), lastChange + CONTEXT + 1);
    }

    private static String hunk(List<Line> lines) {
        long olds = lines.stream().filter(it -> it.sign() != '+').count();
        long news = lines.stream().filter(it -> it.sign() != '-').count();
        Line first = lines.get(0);
        StringBuilder hunk = new StringBuilder("@@ -%s,%s +%s,%s @@\n"
                .formatted(first.oldLine() + (olds > 0 ? 1 : 0), olds, first.newLine() + (news > 0 ? 1 : 0), news));
        lines.forEach(it -> hunk.append(it.sign()).append(it.text()).append('\n'));
        return hunk.toString();
    }

    private static List<Line> script(List<String> old, List<String> now) {
        if (old.isEmpty() || now.isEmpty()) {
            List<Line> whole = new ArrayList<>();
            old.forEach(line -> whole.add(new Line('-', line, whole.size(), 0)));
            now.forEach(line -> whole.add(new Line('+', line, 0, whole.size())));
            return whole;
        }
        List<int[]> trace = new ArrayList<>();
        int max = old.size() + now.size();
        int[] furthest = new int[2 * max + 2];
        for (int edits = 0; edits <= max; edits++) {
            trace.add(furthest.clone());
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int x = start(furthest, diagonal, edits, max);
                int y = x - diagonal;
                while (x < old.size() && y < now.size() && old.get(x).equals(now.get(y))) {
                    x++;
                    y++;
                }
                furthest[max + diagonal] = x;
                if (x >= old.size() && y >= now.size()) {
                    return walkBack(trace, old, now, max);
                }
            }
        }
        return List.of();
    }

    private static int start(int[] furthest, int diagonal, int edits, int max) {
        boolean down =
                diagonal == -edits || diagonal != edits && furthest[max + diagonal - 1] < furthest[max + diagonal + 1];
        return down ? furthest[max + diagonal + 1] : furthest[max + diagonal - 1] + 1;
    }

    private static List<Line> walkBack(List<int[]> trace, List<String> old, List<String> now, int max) {
        List<Line> script = new ArrayList<>();
        int x = old.size();
        int y = now.size();
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            int[] furthest = trace.get(edits);
            int diagonal = x - y;
            boolean down = diagonal == -edits
                    || diagonal != edits && furthest[max + diagonal - 1] < furthest[max + diagonal + 1];
            int previousX = edits == 0 ? 0 : furthest[max + diagonal + (down ? 1 : -1)];
            int previousY = edits == 0 ? 0 : previousX - (diagonal + (down ? 1 : -1));
            while (x > previousX && y > previousY) {
                x--;
                y--;
                script.add(new Line(' ', old.get(x), x, y));
            }
            if (y > previousY) {
                y--;
                script.add(new Line('+', now.get(y), x, y));
            } else if (x > previousX) {
                x--;
                script.add(new Line('-', old.get(x), x, y));
            }
        }
        Collections.reverse(script);
        return script;
    }
}
