package io.watertight.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A project of one's own: a copy under another name, beside this one. */
final class NewProject implements Command {

    private static final List<String> THIS_PROJECTS_OWN = List.of(".ci/", ".github/");

    /** The part of this project's CI that a shop needs. */
    private static final String WORKFLOW = """
            name: Verify
            on:
              push:
                branches: [main]
              pull_request:
            permissions:
              contents: read
            jobs:
              verify:
                runs-on: ubuntu-latest
                timeout-minutes: 60
                steps:
                  - uses: actions/checkout@v7
                  - uses: actions/setup-java@v5
                    with:
                      distribution: temurin
                      java-version: 25
                      cache: maven
                  - run: ./mvnw -B -ntp verify
            """;

    @Override
    public String name() {
        return "new-project";
    }

    @Override
    public String summary() {
        return "makes a project of your own beside this one";
    }

    @Override
    public String help() {
        return """
                wt new-project DIR --group io.acme --name harbor [--minimal] [--modules a,b]

                Copies this checkout to DIR, without its history and its CI, and renames it.
                  --minimal          without the sample shop, with one small module to copy
                  --modules a,b      without the modules of the sample that are not listed

                Example:
                  wt new-project ../harbor --group io.acme --name harbor
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of("minimal");
    }

    @Override
    public Set<String> valued() {
        return Set.of("group", "name", "modules");
    }

    @Override
    public Result run(Arguments arguments, Plan source) {
        Path target = Path.of(arguments.word(0, "folder")).toAbsolutePath().normalize();
        arguments.atMost(1);
        if (arguments.has("minimal") && arguments.has("modules")) {
            throw ToolException.misuse("--minimal removes the whole sample, so it cannot be combined with --modules.");
        }
        Identity now = Identity.wanted(arguments.required("group"), arguments.required("name"));
        if (target.startsWith(source.root().toAbsolutePath().normalize())) {
            throw new ToolException("The new project has to be beside this checkout, not inside of it.");
        }
        if (Files.exists(target)) {
            throw new ToolException(target + " already exists.");
        }
        Path aside = target.resolveSibling(target.getFileName() + ".new");
        if (Files.exists(aside)) {
            throw new ToolException(
                    aside
                            + " already exists, but the project is prepared there; if an earlier call was interrupted, delete it.");
        }
        try {
            copy(source, aside);
            Plan plan = new Plan(aside);
            shape(plan, arguments, now);
            new PlanCheck(plan).requirePossible();
            if (arguments.has("dry-run")) {
                return Result.of(
                        List.of(
                                PlanDiff.of(plan).stripTrailing(),
                                "%s would be a copy of this checkout with these changes: %s."
                                        .formatted(target, plan.summary())),
                        "");
            }
            PendingWrite.carryOut(plan);
            deleteAll(aside.resolve("target"));
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteAll(aside);
        }
        return Result.of(
                List.of("Created %s; its base package is %s.".formatted(target, now.group())),
                "cd %s && git init && ./mvnw -q spotless:apply && git add . && git commit -m 'Begin' && ./mvnw verify -Dcontract=write"
                        .formatted(quoted(target)));
    }

    private static void shape(Plan plan, Arguments arguments, Identity now) {
        Project project = Project.of(plan);
        Identity old = Identity.of(project);
        if (arguments.has("minimal")) {
            Sample.removeAll(project);
            Minimal.addModule(project);
            Minimal.describe(plan);
        } else if (arguments.option("modules").isPresent()) {
            Sample.keepOnly(project, arguments.list("modules"));
        }
        new Renaming(plan, old, now).apply();
        plan.write(".github/workflows/verify.yml", WORKFLOW);
        Checksums.recordIfNew(plan);
    }

    private static void copy(Plan source, Path aside) throws IOException {
        List<String> files = WorkTree.of(source.root()).files().orElseGet(() -> new ArrayList<>(source.files("")));
        for (String path : files) {
            if (THIS_PROJECTS_OWN.stream().noneMatch(path::startsWith)
                    && Files.isRegularFile(source.root().resolve(path))) {
                Path copy = aside.resolve(path);
                Files.createDirectories(copy.getParent());
                Files.copy(source.root().resolve(path), copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\p{L}\\d/\\\\:._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
