package io.watertight.tool;

import java.util.ArrayList;
import java.util.List;

/** The commands that somebody may have meant who typed one that does not exist. */
final class NearestCommands {

    private static final int TYPING_ERRORS = 2;

    private NearestCommands() {}

    /** {@return the names that share the most words with what was typed; none if they share none} */
    static List<String> of(String typed, List<String> names) {
        List<String> nearest = new ArrayList<>();
        long most = 1;
        for (String name : names) {
            long shared = Words.of(typed).parts().stream()
                    .filter(word -> Words.of(name).parts().stream().anyMatch(it -> isMeant(word, it)))
                    .count();
            if (shared > most) {
                nearest.clear();
                most = shared;
            }
            if (shared == most) {
                nearest.add(name);
            }
        }
        return nearest;
    }

    private static boolean isMeant(String typed, String word) {
        return word.startsWith(typed) || typed.length() > 2 * TYPING_ERRORS && distance(typed, word) <= TYPING_ERRORS;
    }

    /** How many letters have to be inserted, deleted or replaced. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
