package com.example.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key pair that a test makes up for a process, in the files that its settings name. */
record ProcessKeys(Path privateKey, Path publicKey) {

    static ProcessKeys of(String process) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            return new ProcessKeys(
                    pem(process + ".key", "PRIVATE KEY", keys.getPrivate()),
                    pem(process + ".pub", "PUBLIC KEY", keys.getPublic()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(String file, String kind, Key key) {
        String text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
        try {
            Path folder = Files.createDirectories(Path.of("target", "keys"));
            return Files.writeString(folder.resolve(file), text).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
