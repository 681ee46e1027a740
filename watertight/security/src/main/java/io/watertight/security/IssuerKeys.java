package io.watertight.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The signing keys of an issuer, found by its metadata (OpenID Connect Discovery). They are fetched when needed, so that the
 * application starts while the issuer is unavailable.
 */
class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final String issuer;
    private final @Nullable String keys;
    private final RestClient http;

    /**
     * @param keys their address; {@code null} to read it from the metadata
     */
    IssuerKeys(String issuer, @Nullable String keys) {
        this.issuer = issuer;
        this.keys = keys;
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(LONGEST_WAIT);
        connections.setReadTimeout(LONGEST_WAIT);
        this.http = RestClient.builder().requestFactory(connections).build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            String address = keys == null ? discovered() : keys;
            return JWKSet.parse(
                    String.valueOf(http.get().uri(address).retrieve().body(String.class)));
        } catch (RestClientException | ParseException | IllegalArgumentException e) {
            throw new JWKSetRetrievalException("The keys of the issuer %s cannot be fetched".formatted(issuer), e);
        }
    }

    private String discovered() {
        Map<?, ?> metadata = http.get()
                .uri(issuer.replaceFirst("/$", "") + METADATA)
                .retrieve()
                .requiredBody(Map.class);
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new IllegalArgumentException("The metadata names another issuer: " + metadata.get("issuer"));
        }
        return String.valueOf(metadata.get("jwks_uri"));
    }

    @Override
    public void close() {}
}
