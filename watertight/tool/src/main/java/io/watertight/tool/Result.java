package io.watertight.tool;

import java.util.List;

/**
 * What a command tells when all has gone well.
 *
 * @param lines the summary
 * @param next the command to type next; empty if none suggests itself
 * @param failed whether what was found is wrong, although the command itself has worked
 */
record Result(List<String> lines, String next, boolean failed) {

    static Result of(List<String> lines, String next) {
        return new Result(lines, next, false);
    }
}
