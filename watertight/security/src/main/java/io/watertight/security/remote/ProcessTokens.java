package io.watertight.security.remote;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.watertight.api.Actor;
import io.watertight.api.CurrentCommand;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs for whom a call to another process is made. */
class ProcessTokens {

    static final String ROLES = "roles";
    static final String ATTRIBUTES = "attributes";
    static final String COMMAND = "command";

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build();

    private final String process;
    private final JWSSigner signer;

    ProcessTokens(String process, RSAPrivateKey key) {
        this.process = process;
        this.signer = new RSASSASigner(key);
    }

    /** {@return a token with which the module's process takes a call for this actor, as a part of the current command} */
    String tokenFor(Actor actor, String module) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                HEADER,
                new JWTClaimsSet.Builder()
                        .issuer(process)
                        .audience(module)
                        .subject(actor.id())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .claim(ROLES, List.copyOf(actor.roles()))
                        .claim(ATTRIBUTES, actor.attributes())
                        .claim(COMMAND, CurrentCommand.onThisThread().orElse(null))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The private key of this process cannot sign", e);
        }
        return token.serialize();
    }
}
