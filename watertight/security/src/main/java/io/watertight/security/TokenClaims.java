package io.watertight.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads claims by name, or by a path of names with dots between them, such as {@code realm_access.roles}. */
final class TokenClaims {

    private TokenClaims() {}

    /** {@return the texts of a list, or the words of a text; empty if the claim is missing} */
    static List<String> textsAt(String path, Jwt token) {
        return switch (at(path, token)) {
            case null -> List.of();
            case String words when words.isBlank() -> List.of();
            case String words -> Arrays.asList(words.strip().split("\\s+"));
            case Collection<?> texts
            when texts.stream().allMatch(String.class::isInstance) ->
                texts.stream().map(String.class::cast).toList();
            default -> throw refused(path, "a list of texts");
        };
    }

    /** {@return the text or the whole number; {@code null} if the claim is missing} */
    static @Nullable String textAt(String path, Jwt token) {
        return switch (at(path, token)) {
            case null -> null;
            case String text when text.chars().noneMatch(Character::isISOControl) -> text;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            default -> throw refused(path, "text without control characters, or a whole number");
        };
    }

    private static @Nullable Object at(String path, Jwt token) {
        return at(path, token.getClaims());
    }

    /** A name may contain dots itself, as in Auth0: {@code https://shop.example/roles}. */
    private static @Nullable Object at(String path, Map<?, ?> claims) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                return at(path.substring(dot + 1), inner);
            }
        }
        return null;
    }

    private static InvalidBearerTokenException refused(String path, String expected) {
        return new InvalidBearerTokenException("The claim %s of the token is not %s".formatted(path, expected));
    }
}
