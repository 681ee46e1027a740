package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens as three providers make them, read by the settings that docs/security.md gives for each. */
class ProviderTokensTests {

    private static final Map<String, String> CLAIMS = Map.of("keycloak", """
            {"iss": "https://sso.example.org/realms/shop", "sub": "8a3e12c4-52a1-4a0a-9d5e-0c1f6cbb6a3d", "typ": "Bearer",
             "aud": ["shop-api", "account"], "azp": "shop-web", "scope": "openid profile email",
             "realm_access": {"roles": ["default-roles-shop", "offline_access", "clerk", "uma_authorization"]},
             "resource_access": {"account": {"roles": ["manage-account"]}, "shop-api": {"roles": ["admin"]}},
             "preferred_username": "max", "email_verified": true, "customer": "12356"}""", "entra", """
            {"iss": "https://login.microsoftonline.com/7fe81447-da57-4385-becb-6de57f21477e/v2.0", "ver": "2.0",
             "aud": "11111111-2222-3333-4444-555555555555", "azp": "99999999-8888-7777-6666-555555555555", "azpacr": "1",
             "oid": "00000000-0000-0000-66f3-3332eca7ea81", "sub": "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
             "tid": "7fe81447-da57-4385-becb-6de57f21477e", "scp": "access_as_user", "roles": ["clerk"],
             "extn.customer": ["12356"], "customer": "12356"}""", "auth0", """
            {"iss": "https://example.eu.auth0.com/", "sub": "auth0|64f1c0ffee0123456789abcd",
             "aud": ["https://api.shop.example", "https://example.eu.auth0.com/userinfo"], "azp": "my-client",
             "scope": "openid profile", "permissions": ["read:orders"],
             "https://shop.example/roles": ["clerk"], "https://shop.example/customer": "12356"}""");

    @ParameterizedTest
    @CsvSource({
        "keycloak, realm_access.roles, customer, ROLE_clerk",
        "keycloak, resource_access.shop-api.roles, customer, ROLE_admin",
        "entra, roles, customer, ROLE_clerk",
        "auth0, https://shop.example/roles, https://shop.example/customer, ROLE_clerk"
    })
    void tellWhoItIs(String provider, String rolesClaim, String customerClaim, String role) {
        Map<?, ?> claims = JsonMapper.shared().readValue(CLAIMS.get(provider), Map.class);
        Jwt token = Jwt.withTokenValue(provider)
                .header("alg", "RS256")
                .claims(it -> claims.forEach((name, value) -> it.put(String.valueOf(name), value)))
                .build();
        SecurityProperties properties = new SecurityProperties(
                rolesClaim, Map.of("customer", customerClaim), 10, Duration.ofMinutes(5), 1, 1, 1, 1, 1, null);
        Authentication caller = new JwtActorConverter(properties).convert(token);
        assertThat(caller.getName()).isEqualTo(claims.get("sub"));
        assertThat(caller.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains(role);
        assertThat(TokenClaims.textAt(customerClaim, token)).isEqualTo("12356");
    }
}
