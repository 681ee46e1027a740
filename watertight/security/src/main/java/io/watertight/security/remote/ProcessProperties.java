package io.watertight.security.remote;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * @param name how this process signs; if left out, the modules that run in it, as in {@code orders-customers}
 * @param privateKey with which it signs: RSA, PKCS 8, in PEM
 * @param peers the public key of each process that may call this one, by its name: X.509, in PEM
 */
@ConfigurationProperties("watertight.process")
record ProcessProperties(
        @Nullable String name,
        @Nullable Resource privateKey,
        @DefaultValue Map<String, Resource> peers) {}
