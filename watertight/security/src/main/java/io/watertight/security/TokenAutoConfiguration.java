package io.watertight.security;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Which tokens are accepted. Spring Boot's own decoder would accept a token that never expires and, if only keys are configured, of
 * any issuer; refuse the type of RFC 9068; and fetch the issuer's keys each time a token names an unknown key.
 */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
class TokenAutoConfiguration {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    static final String ISSUER = JWT + "issuer-uri";
    static final String AUDIENCES = JWT + "audiences";
    private static final String[] TYPES = {"JWT", "at+jwt", "application/at+jwt"};
    private static final Duration KEYS_KEPT_FOR = Duration.ofMinutes(5);
    private static final Duration KEYS_FETCHED_WITHIN = Duration.ofSeconds(5);

    /** The keys are fetched at most twice in this time. */
    private static final Duration KEYS_FETCHED_TWICE_IN = Duration.ofSeconds(20);

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnExpression(
            "'${" + JWT + "issuer-uri:}${" + JWT + "jwk-set-uri:}${" + JWT + "public-key-location:}' != ''")
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties properties) {
        OAuth2ResourceServerProperties.Jwt settings = properties.getJwt();
        String issuer = Objects.toString(settings.getIssuerUri(), "");
        if (issuer.isBlank()) {
            throw new InvalidConfigurationPropertyValueException(
                    ISSUER,
                    "",
                    "Keys for tokens are configured, but no issuer. The application would accept every token signed with these"
                            + " keys, including tokens for other applications. Set the issuer to the iss claim of your tokens,"
                            + " or define a JwtDecoder of your own. See docs/security.md");
        }
        if (settings.getAudiences().stream().allMatch(String::isBlank)) {
            throw new InvalidConfigurationPropertyValueException(
                    AUDIENCES,
                    "",
                    "There is a token issuer but no audience, so tokens that it has issued for other applications would be"
                            + " accepted here: set the audience to the name that your identity provider puts into the claim"
                            + " aud of tokens for this application. See docs/security.md");
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        JWKSourceBuilder.<SecurityContext>create(new IssuerKeys(issuer, settings.getJwkSetUri()))
                                .cache(KEYS_KEPT_FOR.toMillis(), KEYS_FETCHED_WITHIN.toMillis())
                                .rateLimited(KEYS_FETCHED_TWICE_IN.toMillis())
                                .build())
                .jwsAlgorithms(it -> it.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                List.of(new JwtIssuerValidator(issuer), expiring(), typed(), meantFor(settings.getAudiences()))));
        return token -> decoded(token, decoder);
    }

    /** Some of Spring Security's validators cast claims without a check, and fail on another type. */
    private static Jwt decoded(String token, JwtDecoder decoder) {
        try {
            return decoder.decode(token);
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new BadJwtException("A claim of the token has the wrong type", e);
        }
    }

    private static JwtTimestampValidator expiring() {
        JwtTimestampValidator validator = new JwtTimestampValidator();
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }

    private static JwtTypeValidator typed() {
        JwtTypeValidator validator = new JwtTypeValidator(TYPES);
        validator.setAllowEmpty(true);
        return validator;
    }

    private static JwtClaimValidator<Collection<String>> meantFor(List<String> audiences) {
        return new JwtClaimValidator<>(JwtClaimNames.AUD, it -> it != null && !Collections.disjoint(it, audiences));
    }
}
