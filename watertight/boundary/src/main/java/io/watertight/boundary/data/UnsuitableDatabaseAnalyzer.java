package io.watertight.boundary.data;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an {@link UnsuitableDatabaseException} as a description and an action instead of a stack trace. */
class UnsuitableDatabaseAnalyzer extends AbstractFailureAnalyzer<UnsuitableDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsuitableDatabaseException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), rootFailure);
    }
}
