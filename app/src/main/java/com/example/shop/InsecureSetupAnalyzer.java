package com.example.shop;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what to configure. */
class InsecureSetupAnalyzer extends AbstractFailureAnalyzer<InsecureSetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InsecureSetupException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "In production set SHOP_SECURITY_ISSUER to the address of your identity provider and leave local accounts off. "
                        + "For development set SHOP_LOCAL_ACCOUNTS=true and no issuer; test-run and docker compose do. "
                        + "See docs/security.md.",
                cause);
    }
}
