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
    private static final Duration USABLE_WITHOUT_ISSUER_FOR = Duration.ofHours(12);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final String issuer;
    private final @Nullable String keys;
    private final RestClient http;
    private volatile @Nullable Fetched last;

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
            Fetched fetched = new Fetched(fetch(), now);
            last = fetched;
            return fetched.keys();
        } catch (RestClientException | ParseException | IllegalArgumentException e) {
            Fetched before = last;
            // An unknown key may be a new one, which the old keys cannot tell; outageTolerant of Nimbus takes it for
            // forged.
            if (before != null && before.isUsableAt(now) && !refresh.requiresRefresh(before.keys())) {
                return before.keys();
            }
            throw new JWKSetRetrievalException("The keys of the issuer %s cannot be fetched".formatted(issuer), e);
        }
    }

    private JWKSet fetch() throws ParseException {
        String address = keys == null ? discovered() : keys;
        return JWKSet.parse(String.valueOf(http.get().uri(address).retrieve().body(String.class)));
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

    private record Fetched(JWKSet keys, long at) {

        boolean isUsableAt(long now) {
            return now - at < USABLE_WITHOUT_ISSUER_FOR.toMillis();
        }
    }
}
