package io.watertight.benchmarks.replay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for.
 *
 * @param user {@code name:password} for HTTP Basic, or null
 * @param limit how many orders of the year, in time order
 */
record ReplaySettings(
        Path file, URI url, @Nullable String user, int clients, int limit, Duration patience, Path state) {}
