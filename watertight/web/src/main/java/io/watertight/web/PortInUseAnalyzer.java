package io.watertight.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Replaces Spring Boot's own analyzer, whose advice names no command to type. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "Another process already listens on port %s.".formatted(cause.getPort()),
                """
                Stop that process, or choose another port: put SERVER_PORT=%s before the command, or, on Windows, type

                    set SERVER_PORT=%s

                and repeat the command.""".formatted(cause.getPort() + 1, cause.getPort() + 1),
                cause);
    }
}
