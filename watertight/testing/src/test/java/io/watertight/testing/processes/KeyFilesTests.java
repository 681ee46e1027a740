package io.watertight.testing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTests {

    @TempDir
    private Path folder;

    @Test
    void fitTogetherByTheirNames() throws Exception {
        var keys = new KeyFiles(folder.resolve("keys"));
        var hidden = read(keys.in("file:/notes-key/notes.key"));
        var known = read(keys.in("file:/public-keys/notes.pub"));
        var text = "text".getBytes(StandardCharsets.UTF_8);

        var factory = KeyFactory.getInstance("RSA");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(hidden)));
        signature.update(text);
        var signed = signature.sign();
        signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(known)));
        signature.update(text);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letOnlyTheirOwnerReadThePrivateOne() throws Exception {
        ProcessKeys.of("notes", folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        ProcessKeys.of("notes", folder).privateKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void leaveOtherValuesAsTheyAre() {
        var keys = new KeyFiles(folder.resolve("none"));
        assertThat(keys.in("file:/data/notes.csv")).isEqualTo("file:/data/notes.csv");
        assertThat(keys.in("notes.key")).isEqualTo("notes.key");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static byte[] read(String uri) throws Exception {
        return Base64.getMimeDecoder()
                .decode(Files.readString(Path.of(URI.create(uri))).replaceAll("-----.*-----", ""));
    }
}
