package io.watertight.guard.codebase;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code that is compiled together: one Maven module of the reactor, or one jar that came from elsewhere.
 *
 * @param name of its folder; of the jar
 * @param role what the code in it is for
 * @param pom null where there is none
 * @param classes the folder or jar that holds its classes; null if it has not been compiled
 * @param testClasses null if it has no tests or they have not been compiled
 */
public record CodeUnit(
        String name,
        Role role,
        @Nullable Pom pom,
        @Nullable Path classes,
        @Nullable Path testClasses) {

    /** What the code of a unit is for; it decides which rules look at it. */
    public enum Role {
        /** One module of the application. */
        MODULE,
        /** The main class, and what puts the modules together; without a reactor, all of the code. */
        APPLICATION,
        /** Value types that every module may use. */
        KERNEL,
        /** Auto-configuration, test support and tools, outside the application's base package. */
        TECHNICAL,
        /** A jar from elsewhere that puts classes into the application's packages. */
        STRANGER
    }

    /** Where its sources are; empty without a POM. */
    public List<Path> sourceFolders() {
        return pom == null
                ? List.of()
                : List.of(
                        pom.folder().resolve("src/main/java"),
                        pom.folder().resolve("target/generated-sources/annotations"),
                        pom.folder().resolve("src/test/java"));
    }

    /** Where its resources are; null without a POM. */
    public @Nullable Path resources() {
        return pom == null ? null : pom.folder().resolve("src/main/resources");
    }
}
