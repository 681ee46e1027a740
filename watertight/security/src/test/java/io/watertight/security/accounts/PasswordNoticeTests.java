package io.watertight.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
    void isGivenWhereTheStartFails(CapturedOutput output) {
        notice.tell(Map.of("porter", "secret"));
        notice.destroy();

        assertThat(output).containsOnlyOnce("porter     secret");
    }
}
