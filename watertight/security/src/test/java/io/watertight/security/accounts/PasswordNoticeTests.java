package io.watertight.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PasswordNoticeTests {

    private final PasswordNotice notice = new PasswordNotice(null);

    @Test
    void isGivenOnceAndWhenTheStartIsOver(CapturedOutput output) {
        notice.tell(Map.of("porter", "secret"));
        assertThat(output).doesNotContain("secret");

        notice.tellInTheLog();
        notice.destroy();

        assertThat(output)
                .containsOnlyOnce("Their passwords are shown only once:")
                .containsOnlyOnce("porter     secret");
    }

    @Test
    void keepsWhatTheFileSaysOfOtherAccounts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("passwords.txt");
        new PasswordNotice(file).tell(Map.of("porter", "secret"));
        new PasswordNotice(file).tell(Map.of("guest", "other"));
        new PasswordNotice(file).tell(Map.of("guest", "again"));
        assertThat(file).hasContent("porter=secret\nguest=again");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isInAFileOfItsOwnersOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("passwords.txt");
        new PasswordNotice(file).tell(Map.of("porter", "secret"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesNoFileBehindIfItCannotBeWritten(@TempDir Path folder) {
        Path file = folder.resolve("passwords.txt");
        PasswordNotice told = new PasswordNotice(file);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> told.tell(Map.of("porter", "not a character: \ud800")));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isGivenWhereTheStartFails(CapturedOutput output) {
        notice.tell(Map.of("porter", "secret"));
        notice.destroy();

        assertThat(output).containsOnlyOnce("porter     secret");
    }
}
