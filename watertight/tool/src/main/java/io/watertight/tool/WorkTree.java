package io.watertight.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What git says of a checkout, where there is a git to ask. */
record WorkTree(Path root) {

    static WorkTree of(Path root) {
        return new WorkTree(root);
    }

    /**
     * Refuses a work tree with changes of its own, which nobody could tell from the tool's afterwards.
     *
     * @return what has to be said, if anything
     */
    Optional<String> requireClean(boolean force) {
        Optional<List<String>> changes = git("status", "--porcelain");
        if (changes.isEmpty()) {
            return Optional.of("This folder is not in Git, so these changes cannot be told from others.");
        }
        if (changes.get().isEmpty() || force) {
            return Optional.empty();
        }
        throw new ToolException(
                "The work tree is not clean (%d changed, beginning with '%s'); commit that, or add --force."
                        .formatted(changes.get().size(), changes.get().get(0).substring(3)));
    }

    /** The files of the project, new ones included and ignored ones not; empty if git cannot say. */
    Optional<List<String>> files() {
        return git("-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard");
    }

    /** What is in a folder and left out by {@code .gitignore}, such as an editor's files; nothing if git cannot say. */
    Set<String> ignored(String folder) {
        return git("-c", "core.quotePath=false", "ls-files", "--others", "--ignored", "--exclude-standard", folder)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    /**
     * What git prints, or nothing where git is absent, the folder is not in a repository, or only within one that ignores it, as
     * a home folder may.
     */
    private Optional<List<String>> git(String... arguments) {
        return answer("ls-files", "--cached", "--others", "--exclude-standard", "pom.xml")
                .filter(it -> !it.isEmpty())
                .flatMap(it -> answer(arguments));
    }

    private Optional<List<String>> answer(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output.lines().toList()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("Interrupted; nothing was changed.");
        }
    }
}
