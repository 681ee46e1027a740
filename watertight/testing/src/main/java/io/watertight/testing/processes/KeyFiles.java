package io.watertight.testing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key pairs that settings name as {@code file:/.../name.key} and {@code file:/.../name.pub}: new ones at each start. */
final class KeyFiles {

    private static final Pattern FILE = Pattern.compile("file:\\S*?([^/\\s]+)\\.(key|pub)\\b");

    private final Path folder;
    private final Set<String> made = new HashSet<>();

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** {@return the value with the keys of this folder, which are made if they are missing} */
    String in(String value) {
        return FILE.matcher(value).replaceAll(it -> {
            var name = it.group(1);
            if (made.add(name)) {
                make(name);
            }
            return Matcher.quoteReplacement(
                    folder.resolve(name + '.' + it.group(2)).toUri().toString());
        });
    }

    private void make(String name) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            Files.createDirectories(folder);
            write(name + ".pub", "PUBLIC KEY", keys.getPublic());
            var file = write(name + ".key", "PRIVATE KEY", keys.getPrivate()).toFile();
            if (!file.setReadable(false, false) || !file.setReadable(true, true)) {
                throw new IOException("Cannot protect " + file);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String file, String kind, Key key) throws IOException {
        return Files.writeString(
                folder.resolve(file),
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded())));
    }
}
