package io.watertight.testing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link PostgresUnavailableException} as a description and an action instead of a stack trace. */
class PostgresUnavailableFailureAnalyzer extends AbstractFailureAnalyzer<PostgresUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PostgresUnavailableException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
