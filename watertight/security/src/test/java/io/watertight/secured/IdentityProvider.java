package io.watertight.secured;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An identity provider, as far as a resource server sees one: its metadata, its keys, and the tokens that it signs. */
final class IdentityProvider implements AutoCloseable {

    static final String AUDIENCE = "notes-api";

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean away;

    IdentityProvider() {
        try {
            this.key = new RSAKeyGenerator(2048).keyID("key-1").generate();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"subject_types_supported\":[\"public\"]}"
                        .formatted(issuer(), issuer()));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String token(String subject, Map<String, Object> claims) {
        return token(claims, it -> it.subject(subject));
    }

    /**
     * @param change what is different about this one
     */
    String token(Map<String, Object> claims, UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(header(), claims, change);
    }

    /**
     * @param header of another type, or with the name of another key, than usual
     */
    String token(JWSHeader.Builder header, Map<String, Object> claims, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("machine")
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        claims.forEach(set::claim);
        SignedJWT token = new SignedJWT(header.build(), change.apply(set).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
    }

    /** How often somebody has asked for the keys. */
    int fetches() {
        return fetches.get();
    }

    /** From now on its metadata and its keys are answered by 503. */
    void fail() {
        away = true;
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            if (path.equals("/keys")) {
                fetches.incrementAndGet();
            }
            if (away) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
