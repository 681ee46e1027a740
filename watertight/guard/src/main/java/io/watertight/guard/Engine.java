package io.watertight.guard;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What does the work, on Java 25 alone; found by its name, so that this package needs no class of it. */
public interface Engine {

    /** Examines what was asked for, writes the reports and {@return one outcome for each rule}. */
    List<Outcome> examine(Request request);

    /** Runs the command line and {@return the status to end with}. */
    int run(String[] arguments);

    /**
     * What is to be examined.
     *
     * @param mainClass fully qualified
     * @param source the folder or jar that the main class was loaded from
     * @param groups rules of these groups alone
     * @param rules these rules alone; all of the groups if empty
     * @param level the level whose findings fail; null where nobody said, then those of {@link Level#STRICT} are warnings
     * @param database a migrated database, to be examined in place of the code
     */
    record Request(
            String mainClass,
            @Nullable Path source,
            Set<RuleGroup> groups,
            Set<String> rules,
            @Nullable Level level,
            @Nullable DataSource database) {}

    /** What came of a rule: what it holds, what is wrong, null if nothing is, and whether there was something to look at. */
    record Outcome(String title, @Nullable String failure, boolean applies) {}
}
