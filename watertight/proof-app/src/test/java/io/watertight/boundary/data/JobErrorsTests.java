package io.watertight.boundary.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

@ExtendWith(OutputCaptureExtension.class)
class JobErrorsTests {

    private final JobErrors errors = new JobErrors();

    @Test
    void areOneLineWhereTheDatabaseIsAway(CapturedOutput log) {
        errors.handleError(new CannotCreateTransactionException("Could not open JDBC Connection"));

        assertThat(log).contains("Could not open JDBC Connection").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource
    void areShownWholeWhereTheJobIsToBlame(RuntimeException fault, CapturedOutput log) {
        errors.handleError(fault);

        assertThat(log).contains("A fault of the job", "\tat " + JobErrorsTests.class.getName());
    }

    static Stream<RuntimeException> areShownWholeWhereTheJobIsToBlame() {
        return Stream.of(
                new IllegalStateException("A fault of the job"),
                new UnexpectedRollbackException("A fault of the job"),
                new OptimisticLockingFailureException("A fault of the job"));
    }
}
