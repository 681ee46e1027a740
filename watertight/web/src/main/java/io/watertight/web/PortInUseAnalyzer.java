package io.watertight.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** In place of Spring Boot's own, which says what to do in no words that can be typed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "Another process already listens on port %d.".formatted(cause.getPort()),
                """
                Stop that process, or take another port: put SERVER_PORT=%d before the command that you have typed, or, on Windows, type

                    set SERVER_PORT=%d

                and then the command again.""".formatted(cause.getPort() + 1, cause.getPort() + 1),
                cause);
    }
}
