package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as Keycloak makes them, of other types, and with claims that are not what they should be. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ShopApplication.class,
        properties = {
            "SHOP_SECURITY_AUDIENCE=" + IdentityProvider.AUDIENCE,
            "watertight.security.roles-claim=realm_access.roles",
            "watertight.security.attributes.customer=shop.customer"
        })
@AutoConfigureRestTestClient
@ExtendWith(OutputCaptureExtension.class)
@Isolated
class TokenFormTests {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final Map<String, Object> CLERK = roles(List.of("offline_access", "clerk", "uma_authorization"));

    @Autowired
    RestTestClient http;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("SHOP_SECURITY_ISSUER", PROVIDER::issuer);
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @Test
    void holdRolesWithinAnotherClaim() {
        assertThat(get(PROVIDER.token(CLERK, it -> it)).getStatus().value()).isEqualTo(200);
        assertThat(get(PROVIDER.token(Map.of("roles", List.of("clerk")), it -> it))
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void mayBeAccessTokensOfRfc9068(String type) {
        String token = PROVIDER.token(PROVIDER.header().type(new JOSEObjectType(type)), CLERK, it -> it);
        assertThat(get(token).getStatus().value()).isEqualTo(200);
    }

    @Test
    void mayHoldTheirRolesAsWordsAndTheirCustomerAsANumber() {
        Map<String, Object> claims =
                Map.of("realm_access", Map.of("roles", "customer other"), "shop", Map.of("customer", 12356));
        assertThat(get(PROVIDER.token(claims, it -> it)).getStatus().value()).isEqualTo(200);
    }

    @Test
    void areRefusedWithAReasonForTheCallerAndALineForTheOperator(CapturedOutput log) {
        String token = PROVIDER.token(
                CLERK,
                it -> it.issueTime(null).expirationTime(Date.from(Instant.now().minusSeconds(3600))));
        assertRefused(get(token), "expired");
        assertThat(log.getOut().lines().filter(it -> it.contains("A bearer token from")))
                .singleElement()
                .asString()
                .contains("expired")
                .doesNotContain(token);
    }

    @Test
    void areRefusedWithoutAnEndOrTheAudience() {
        assertRefused(get(PROVIDER.token(CLERK, it -> it.expirationTime(null))), "exp");
        assertRefused(get(PROVIDER.token(CLERK, it -> it.audience(List.of()))), "aud");
        assertRefused(get(PROVIDER.token(CLERK, it -> it.audience("account"))), "aud");
        assertThat(get(PROVIDER.token(CLERK, it -> it.audience(List.of("account", IdentityProvider.AUDIENCE))))
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"realm_access": {"roles": 1}}
            {"realm_access": {"roles": [1, 2]}}
            {"realm_access": {"roles": {"clerk": true}}}
            {"realm_access": {"roles": [["clerk"]]}}
            {"realm_access": {"roles": [null]}}
            {"realm_access": {"roles": true}}
            {"shop": {"customer": ["12356"]}}
            {"shop": {"customer": {"number": "12356"}}}
            {"shop": {"customer": 1.5}}
            {"shop": {"customer": true}}
            {"shop": {"customer": "12\\u0000356"}}
            {"aud": 1}
            {"aud": {"a": "b"}}
            {"aud": [1]}
            {"exp": "tomorrow"}
            {"exp": {}}
            {"nbf": "yesterday"}
            {"nbf": 99999999999}
            {"iat": []}
            {"iss": 1}
            {"iss": ["x"]}
            {"sub": {}}
            {"sub": []}
            """)
    void areRefusedIfAClaimIsNotWhatItShouldBe(String claims) {
        assertRefused(get(PROVIDER.token(claimsOf(claims), it -> it)), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\": 1e30}",
                "{\"exp\": 9223372036854775807}",
                "{\"exp\": -1}",
                "{\"iat\": 1e30}",
                "{\"sub\": 1}",
                "{\"cnf\": 1}",
                "{\"realm_access\": 1}",
                "{\"realm_access\": []}",
                "{\"shop\": \"x\"}"
            })
    void areReadOrRefusedWhateverTheyHold(String claims) {
        assertThat(get(PROVIDER.token(claimsOf(claims), it -> it)).getStatus().value())
                .isIn(200, 401, 403);
    }

    @Test
    void areRefusedIfTheyAreLongerThanAHeader() {
        assertThat(get(PROVIDER.token(Map.of("note", "x".repeat(20_000)), it -> it))
                        .getStatus()
                        .value())
                .isEqualTo(400);
    }

    private static Map<String, Object> claimsOf(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<>() {});
    }

    private static Map<String, Object> roles(List<String> roles) {
        return Map.of("realm_access", Map.of("roles", roles));
    }

    private ExchangeResult get(String token) {
        return http.get()
                .uri("/api/orders")
                .headers(it -> it.setBearerAuth(token))
                .exchange()
                .returnResult(byte[].class);
    }

    private static void assertRefused(ExchangeResult answer, String reason) {
        assertThat(answer.getStatus().value()).isEqualTo(401);
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"", "error_description=\"", reason);
    }
}
