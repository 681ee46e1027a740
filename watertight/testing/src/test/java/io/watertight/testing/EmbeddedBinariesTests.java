package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

@DisabledOnOs(OS.WINDOWS)
class EmbeddedBinariesTests {

    @TempDir
    Path temporary;

    @Test
    void areInAFolderToWhichNobodyElseWrites() throws IOException {
        Path own = EmbeddedBinaries.ownFolder(temporary.toString(), "porter");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        assertThat(EmbeddedBinaries.ownFolder(temporary.toString(), "porter")).isEqualTo(own);
    }

    @Test
    void areNotRunFromAFolderThatSomebodyElseHasPrepared() throws IOException {
        Path prepared = Files.createDirectory(temporary.resolve("watertight-porter"));
        Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> EmbeddedBinaries.ownFolder(temporary.toString(), "porter"))
                .withMessageContaining(prepared.toString());
    }

    /** For root every folder is writable. */
    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    void areNotRunFromSomebodyElsesFolder() throws IOException {
        Path others = Files.createDirectory(
                temporary.resolve("watertight-porter"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setAttribute(others, "unix:uid", 65_534);
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> EmbeddedBinaries.ownFolder(temporary.toString(), "porter"))
                .withMessageContaining(others.toString());
    }

    /** Whoever owns a link may point it somewhere else later. */
    @Test
    void areNotRunFromWhereALinkPoints() throws IOException {
        Path own = EmbeddedBinaries.ownFolder(temporary.toString(), "porter");
        Files.createSymbolicLink(temporary.resolve("watertight-guest"), own);
        assertThatExceptionOfType(FailureAnalyzedException.class)
                .isThrownBy(() -> EmbeddedBinaries.ownFolder(temporary.toString(), "guest"))
                .withMessageContaining("watertight-guest");
    }
}
