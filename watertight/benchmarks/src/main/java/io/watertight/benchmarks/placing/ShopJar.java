package io.watertight.benchmarks.placing;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The files of the shop that a command needs. */
final class ShopJar {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("unused")
    private CommandSpec command;

    @Option(names = "--jar", description = "The shop, as ./mvnw -pl app -am package leaves it.")
    private Path jar = Path.of("app", "target", "app-0.1.0-SNAPSHOT-exec.jar");

    /** {@return the shop's jar} */
    Path path() {
        return required(jar);
    }

    /**
     * {@return the same file}
     *
     * @throws ParameterException if there is none
     */
    Path required(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no %s. Run this in the project's root, after ./mvnw -q -pl app -am package -DskipTests"
                            .formatted(file));
        }
        return file;
    }
}
