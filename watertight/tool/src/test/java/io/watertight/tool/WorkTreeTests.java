package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checkouts as git and the shell see them. */
class WorkTreeTests {

    @TempDir
    Path folder;

    @Test
    void takesNoAnswerOfARepositoryThatIgnoresTheCheckout() throws IOException, InterruptedException {
        run(folder, "git", "init", "-q");
        Files.writeString(folder.resolve(".gitignore"), "*\n");
        Checkout checkout = new Checkout(folder.resolve("mine")).write("pom.xml", "<project/>");
        WorkTree tree = WorkTree.of(checkout.root());
        assertThat(tree.files()).isEmpty();
        assertThat(tree.requireClean(false))
                .hasValueSatisfying(it -> assertThat(it).contains("not in Git"));
    }

    @Test
    void knowsTheFilesOfACheckoutBeforeTheFirstCommit() throws IOException, InterruptedException {
        run(folder, "git", "init", "-q");
        WorkTree tree =
                WorkTree.of(new Checkout(folder).write("pom.xml", "<project/>").root());
        assertThat(tree.files()).hasValueSatisfying(it -> assertThat(it).containsExactly("pom.xml"));
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> tree.requireClean(false));
    }

    @Test
    void takesNoFileThatGitIgnoresForAChangeOfTheToolkit() throws IOException, InterruptedException {
        run(folder, "git", "init", "-q");
        Checkout checkout = new Checkout(folder)
                .write("pom.xml", "<project/>")
                .write(".gitignore", "*.iml\n")
                .write("watertight/pom.xml", "<project/>");
        Plan plan = checkout.plan();
        Checksums.record(plan);
        PendingWrite.carryOut(plan);
        checkout.write("watertight/tool.iml", "of an editor");
        assertThat(Checksums.changed(checkout.plan()))
                .hasValueSatisfying(it -> assertThat(it).isEmpty());
        checkout.write("watertight/mine.txt", "mine");
        assertThat(Checksums.changed(checkout.plan()))
                .hasValueSatisfying(it -> assertThat(it).containsExactly("watertight/mine.txt"));
    }

    @Test
    void neitherTakesAlongNorDeletesInAnUpgradeWhatGitIgnores() throws IOException, InterruptedException {
        Checkout mine = new Checkout(folder.resolve("mine"));
        Checkout newer = new Checkout(folder.resolve("newer"));
        for (Checkout checkout : List.of(mine, newer)) {
            checkout.write("pom.xml", "<project/>")
                    .write(".gitignore", "*.iml\n")
                    .write("watertight/parent/pom.xml", """
                            <artifactId>parent</artifactId>
                            <version>1</version>
                            <packaging>pom</packaging>
                            """);
            run(checkout.root(), "git", "init", "-q");
        }
        mine.write("watertight/mine.iml", "of my editor");
        newer.write("watertight/theirs.iml", "of their editor");
        assertThat(mine.wt("upgrade", "--from", newer.root().toString(), "--force"))
                .returns(0, Checkout.Answer::exitCode);
        assertThat(mine.plan().files("watertight"))
                .containsExactly(Checksums.FILE, "watertight/mine.iml", "watertight/parent/pom.xml");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isCalledThroughLinks() throws IOException, InterruptedException {
        Checkout checkout = new Checkout(folder.resolve("with a space")).write("watertight/tool/watertight.java", """
                        class Watertight {
                            public static void main(String... arguments) {
                                System.out.print(arguments[0]);
                            }
                        }
                        """);
        Path launcher = Files.copy(Path.of("../../wt"), checkout.root().resolve("wt"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("absolute"), launcher.toAbsolutePath());
        Path relative = Files.createSymbolicLink(bin.resolve("relative"), Path.of("../bin/absolute"));
        assertThat(run(folder, launcher.toString(), "a b")).isEqualTo("a b");
        assertThat(run(folder, absolute.toString(), "a b")).isEqualTo("a b");
        assertThat(run(folder, relative.toString(), "a b")).isEqualTo("a b");
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
