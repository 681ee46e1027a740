package io.watertight.testing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A new key pair of a process, in the files that its settings and those of the processes that it calls name.
 *
 * @param privateKey PKCS 8 in PEM, absolute, readable by its owner only
 * @param publicKey X.509 in PEM, absolute
 */
public record ProcessKeys(Path privateKey, Path publicKey) {

    /**
     * Makes the keys, in the files {@code <process>.key} and {@code <process>.pub}, in place of older ones.
     *
     * @param folder created if it is missing
     */
    public static ProcessKeys of(String process, Path folder) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            Files.createDirectories(folder);
            return new ProcessKeys(
                    write(folder.resolve(process + ".key"), "PRIVATE KEY", pair.getPrivate()),
                    write(folder.resolve(process + ".pub"), "PUBLIC KEY", pair.getPublic()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A temporary file is readable by its owner only, on any system and from the beginning. */
    private static Path write(Path file, String kind, Key key) throws IOException {
        var fresh = Files.writeString(
                Files.createTempFile(file.getParent(), kind, null),
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded())));
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING).toAbsolutePath();
    }
}
