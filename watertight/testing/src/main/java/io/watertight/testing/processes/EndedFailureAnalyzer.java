package io.watertight.testing.processes;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what has happened instead of showing a stack trace. */
final class EndedFailureAnalyzer extends AbstractFailureAnalyzer<EndedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EndedException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
