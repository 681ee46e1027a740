package io.watertight.boundary.data;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains what to do with a development database of an older layout. */
class OlderLayoutAnalyzer extends AbstractFailureAnalyzer<OlderLayout.Found> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OlderLayout.Found cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "It holds development data only, which this version cannot convert: delete it (docker compose down -v, or"
                        + " the folder .postgres of test-run) and start again.",
                cause);
    }
}
