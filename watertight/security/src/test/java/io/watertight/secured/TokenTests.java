package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Production: an identity provider issues tokens as Keycloak makes them, and there are no accounts. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = SecuredApplication.class,
        properties = {
            "spring.profiles.active=production",
            "spring.security.oauth2.resourceserver.jwt.audiences=" + IdentityProvider.AUDIENCE,
            "watertight.security.roles-claim=realm_access.roles",
            "watertight.security.attributes.customer=shop.customer",
            "watertight.security.anonymous-requests-per-minute=200",
            "server.forward-headers-strategy=native"
        })
@AutoConfigureRestTestClient
@ExtendWith(OutputCaptureExtension.class)
class TokenTests {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final Map<String, Object> CLERK = roles(List.of("offline_access", "clerk", "uma_authorization"));

    @Autowired
    RestTestClient http;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @Test
    void tellWhoTheCallerIs() {
        ExchangeResult answer = get(PROVIDER.token(
                "buyer-7",
                Map.of("realm_access", Map.of("roles", List.of("customer")), "shop", Map.of("customer", "T-1"))));
        JsonNode actor = JsonMapper.shared().readTree(answer.getResponseBodyContent());
        assertThat(actor.get("id").asString()).isEqualTo("buyer-7");
        assertThat(actor.get("roles").toString()).isEqualTo("[\"customer\"]");
        assertThat(actor.get("attributes").toString()).isEqualTo("{\"customer\":\"T-1\"}");
    }

    @Test
    void countForNothingIfTheyAreExpiredForeignForgedOrUnsigned() {
        String expired = PROVIDER.token(
                CLERK, it -> it.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
        String foreign = PROVIDER.token(CLERK, it -> it.issuer("http://elsewhere.example"));
        String forged;
        try (IdentityProvider forger = new IdentityProvider()) {
            forged = forger.token(CLERK, it -> it.issuer(PROVIDER.issuer()));
        }
        String unsigned = encoded("{\"alg\":\"none\"}")
                + '.'
                + encoded("{\"iss\":\"%s\",\"sub\":\"x\",\"exp\":9999999999,\"realm_access\":{\"roles\":[\"clerk\"]}}"
                        .formatted(PROVIDER.issuer()))
                + '.';
        for (String token : List.of(expired, foreign, forged, unsigned, "nonsense")) {
            assertThat(status(token)).as(token).isEqualTo(401);
        }
        assertThat(status(PROVIDER.token(CLERK, it -> it))).isEqualTo(200);
    }

    @Test
    void holdRolesWithinAnotherClaimAndMakeNobodyTheSystem() {
        assertThat(status(PROVIDER.token("a", Map.of("roles", List.of("clerk")))))
                .isEqualTo(403);
        assertThat(status(PROVIDER.token("b", roles(List.of("system"))))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "system", "System ", "anonymous", "unknown", "demo", "a\nb", "a\0b"})
    void countForNothingIfTheirSubjectIsNobodyOrTheApplicationItself(String subject) {
        assertThat(status(PROVIDER.token(subject, CLERK))).isEqualTo(401);
    }

    @Test
    void countForNothingIfTheirSubjectIsMissingOrTooLong() {
        assertThat(status(PROVIDER.token(CLERK, it -> it.subject(null)))).isEqualTo(401);
        assertThat(status(PROVIDER.token("x".repeat(201), CLERK))).isEqualTo(401);
        assertThat(status(PROVIDER.token("x".repeat(200), CLERK))).isEqualTo(200);
    }

    @Test
    void areTheOnlyWayIn() {
        http.get()
                .uri("/api/notes")
                .headers(it -> it.setBasicAuth("admin", SecuredApplication.PASSWORD))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/login")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("cannot sign in here").doesNotContain("type=\"password\""));
    }

    @Test
    void areNeededAfterTooManyRequestsWithout() {
        List<Integer> answers =
                IntStream.range(0, 260).mapToObj(_ -> open("").value()).toList();
        assertThat(answers).contains(200, 429).containsOnly(200, 429);
        assertThat(open(PROVIDER.token(CLERK, it -> it)).value()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void mayBeAccessTokensOfRfc9068(String type) {
        String token = PROVIDER.token(PROVIDER.header().type(new JOSEObjectType(type)), CLERK, it -> it);
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void mayHoldTheirRolesAsWordsAndAnAttributeAsANumber() {
        assertThat(status(PROVIDER.token(
                        Map.of("realm_access", Map.of("roles", "customer other"), "shop", Map.of("customer", 12356)),
                        it -> it)))
                .isEqualTo(200);
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
        assertThat(status(PROVIDER.token(CLERK, it -> it.audience(List.of("account", IdentityProvider.AUDIENCE)))))
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
        assertThat(status(PROVIDER.token(claimsOf(claims), it -> it))).isIn(200, 401, 403);
    }

    @Test
    void areRefusedIfTheyAreLongerThanAHeader() {
        assertThat(status(PROVIDER.token(Map.of("note", "x".repeat(20_000)), it -> it)))
                .isEqualTo(400);
    }

    private static Map<String, Object> claimsOf(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<>() {});
    }

    private static Map<String, Object> roles(List<String> roles) {
        return Map.of("realm_access", Map.of("roles", roles));
    }

    private int status(String token) {
        return get(token).getStatus().value();
    }

    private ExchangeResult get(String token) {
        return http.get()
                .uri("/api/notes")
                .headers(it -> it.setBearerAuth(token))
                .exchange()
                .returnResult(byte[].class);
    }

    /** From where nothing else comes, so that what is used up there is missed by no other test. */
    private HttpStatusCode open(String token) {
        return http.get()
                .uri("/api/open")
                .header("X-Forwarded-For", "192.0.2.2")
                .headers(it -> {
                    if (!token.isEmpty()) {
                        it.setBearerAuth(token);
                    }
                })
                .exchange()
                .returnResult(byte[].class)
                .getStatus();
    }

    private static void assertRefused(ExchangeResult answer, String reason) {
        assertThat(answer.getStatus().value()).isEqualTo(401);
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"", "error_description=\"", reason);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
