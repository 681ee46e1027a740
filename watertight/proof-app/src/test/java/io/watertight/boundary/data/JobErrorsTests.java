package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class JobErrorsTests {

    private final JobErrors errors = new JobErrors();

    @Test
    void areOneLineWhereTheDatabaseIsAway(CapturedOutput log) {
        errors.handleError(new CannotCreateTransactionException("Could not open JDBC Connection"));

        assertThat(log).contains("Could not open JDBC Connection").doesNotContain("\tat ");
    }

    @Test
    void areShownWholeWhereTheJobIsToBlame(CapturedOutput log) {
        errors.handleError(new IllegalStateException("A fault of the job"));

        assertThat(log).contains("A fault of the job", "\tat " + JobErrorsTests.class.getName());
    }
}
