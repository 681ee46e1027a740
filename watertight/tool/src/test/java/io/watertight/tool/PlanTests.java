package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTests {

    @TempDir
    Path temporary;

    Path root = Path.of("");

    @BeforeEach
    void given() throws IOException {
        root = Files.createDirectories(temporary.resolve("a checkout"));
        Files.writeString(root.resolve("windows.xml"), "<a>\r\n</a>\r\n");
        Files.createDirectories(root.resolve("old folder"));
        Files.writeString(root.resolve("old folder/file.txt"), "one\n");
    }

    @Test
    void keepsTheLineEndsOfAFile() throws IOException {
        Plan plan = new Plan(root);
        assertThat(plan.read("windows.xml")).isEqualTo("<a>\n</a>\n");
        plan.write("windows.xml", "<b>\n</b>\n");
        PendingWrite.carryOut(plan);
        assertThat(Files.readString(root.resolve("windows.xml"))).isEqualTo("<b>\r\n</b>\r\n");
    }

    @Test
    void writesNothingBeforeAllIsPlanned() {
        Plan plan = new Plan(root);
        plan.move("old folder/file.txt", "new/file.txt");
        assertThat(plan.read("new/file.txt")).isEqualTo("one\n");
        assertThat(plan.files("")).containsExactly("new/file.txt", "windows.xml");
        assertThat(root.resolve("new")).doesNotExist();
    }

    @Test
    void movesAndLeavesNoEmptyFolderBehind() throws IOException {
        Plan plan = new Plan(root);
        plan.move("old folder/file.txt", "new/file.txt");
        PendingWrite.carryOut(plan);
        assertThat(root.resolve("new/file.txt")).hasContent("one");
        assertThat(root.resolve("old folder")).doesNotExist();
        assertThat(root.resolve("target/wt/pending")).doesNotExist();
    }

    @Test
    void completesWhatAKilledCallHasBegunToWriteOnATreeThatWasResetSince() throws IOException {
        Path pending = pending("delete - windows.xml\nwrite 0 done.txt\nwrite 1 old folder/file.txt", "one\n", "two\n");
        Files.writeString(root.resolve("done.txt"), "as it was\n");
        assertThat(PendingWrite.finish(root)).isPresent();
        assertThat(root.resolve("old folder/file.txt")).hasContent("two");
        assertThat(root.resolve("done.txt")).hasContent("one");
        assertThat(root.resolve("windows.xml")).doesNotExist();
        assertThat(pending).doesNotExist();
    }

    @Test
    void canCompleteItOnceMoreIfThatIsInterruptedToo() throws IOException {
        Path pending = pending("write 0 old folder/file.txt\nwrite 1 windows.xml/is a file", "two\n", "three\n");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> PendingWrite.finish(root));
        assertThat(pending.resolve("0")).hasContent("two");
        Files.delete(root.resolve("windows.xml"));
        Files.writeString(root.resolve("old folder/file.txt"), "as it was\n");
        assertThat(PendingWrite.finish(root)).isPresent();
        assertThat(root.resolve("old folder/file.txt")).hasContent("two");
        assertThat(root.resolve("windows.xml/is a file")).hasContent("three");
    }

    @Test
    void completesNothingIfAPartOfItIsMissing() throws IOException {
        pending("delete - windows.xml\nwrite 0 old folder/file.txt\nwrite 1 b.txt", "two\n");
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> PendingWrite.finish(root))
                .withMessageContaining("target/wt/pending");
        assertThat(root.resolve("old folder/file.txt")).hasContent("one");
        assertThat(root.resolve("windows.xml")).exists();
    }

    private Path pending(String journal, String... staged) throws IOException {
        Path pending = Files.createDirectories(root.resolve("target/wt/pending"));
        for (int i = 0; i < staged.length; i++) {
            Files.writeString(pending.resolve(String.valueOf(i)), staged[i]);
        }
        return Files.writeString(pending.resolve("journal"), journal).getParent();
    }

    @Test
    void forgetsWhatAKilledCallHadOnlyPrepared() throws IOException {
        Path pending = Files.createDirectories(root.resolve("target/wt/pending"));
        Files.writeString(pending.resolve("0"), "two\n");
        assertThat(PendingWrite.finish(root)).isEmpty();
        assertThat(pending).doesNotExist();
        assertThat(root.resolve("old folder/file.txt")).hasContent("one");
    }

    @Test
    void refusesTwoFilesThatDifferInCaseOnly() {
        Plan plan = new Plan(root);
        plan.write("WINDOWS.xml", "<a/>");
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(new PlanCheck(plan)::requirePossible)
                .withMessageContaining("case only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old folder/file.txt", "old folder"})
    @DisabledOnOs(OS.WINDOWS)
    void refusesBeforeItWritesWhatIsReadOnly(String path) throws IOException {
        assertThat(root.resolve(path).toFile().setReadOnly()).isTrue();
        Plan plan = new Plan(root);
        plan.write("a.txt", "first\n");
        plan.write("old folder/file.txt", "two\n");
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(new PlanCheck(plan)::requirePossible)
                .withMessageContaining("is read-only");
        assertThat(root.resolve(path).toFile().setWritable(true)).isTrue();
    }

    @Test
    void countsFilesAndOnlyThoseThatThereAre() {
        Plan plan = new Plan(root);
        plan.write("fresh.txt", "hello\n");
        assertThat(plan.summary()).isEqualTo("1 file added");
        plan.write("second.txt", "hello\n");
        plan.write("windows.xml", "<b/>\n");
        plan.delete("old folder/file.txt");
        assertThat(plan.summary()).isEqualTo("1 file changed, 2 files added, 1 file deleted");
        plan.move("windows.xml", "linux.xml");
        assertThat(plan.summary()).isEqualTo("2 files added, 1 file moved, 1 file deleted");
    }

    @Test
    void showsWhatItWouldDoAsAUnifiedDiff() {
        Plan plan = new Plan(root);
        plan.move("old folder/file.txt", "new/file.txt");
        plan.write("new/file.txt", "one\ntwo\n");
        plan.write("fresh.txt", "hello\n");
        assertThat(PlanDiff.of(plan)).isEqualTo("""
                diff --git a/fresh.txt b/fresh.txt
                new file mode 100644
                --- /dev/null
                +++ b/fresh.txt
                @@ -0,0 +1,1 @@
                +hello
                diff --git a/old folder/file.txt b/new/file.txt
                rename from old folder/file.txt
                rename to new/file.txt
                --- a/old folder/file.txt
                +++ b/new/file.txt
                @@ -1,1 +1,2 @@
                 one
                +two
                """);
    }
}
