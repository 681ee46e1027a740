package io.watertight.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    void isGivenWhereTheStartFails(CapturedOutput output) {
        notice.tell(Map.of("porter", "secret"));
        notice.destroy();

        assertThat(output).containsOnlyOnce("porter     secret");
    }
}
