package io.watertight.security.accounts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Random passwords. With 130 random bits they cannot be guessed, so a fast hash protects them as well as a slow one (NIST SP
 * 800-63B, section 5.1.2.2, requires no more from 112 bits on), and programs can send them with every request.
 */
final class GeneratedPasswords implements PasswordEncoder {

    private static final int BITS = 130;
    private static final int RADIX = 32;
    private static final int LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    String next() {
        String digits = new BigInteger(BITS, random).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(password).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null
                && hash != null
                && MessageDigest.isEqual(
                        encode(password).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
