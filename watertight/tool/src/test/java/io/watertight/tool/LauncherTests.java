package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script starts Java in a shell without a locale, in a folder whose name is not ASCII. */
@DisabledOnOs({OS.WINDOWS, OS.MAC}) // There Java reads the names of files as UTF-8, whatever the locale is.
class LauncherTests {

    /** The folder is gone before the test ends, because this JVM may not be able to name it either. */
    private static final String CALL = """
            folder=$1/$(printf '\\303\\234bung')
            mkdir -p "$folder/watertight/tool"
            cp ../../wt "$folder"
            cp -r watertight.java src "$folder/watertight/tool"
            cd "$folder"
            PATH=$1:$PATH ./wt help
            cd /
            rm -rf "$folder"
            """;

    @TempDir
    Path folder;

    @Test
    void takesALocaleWithUtf8ThatIsThere() throws IOException {
        localesAre("C", "C.utf8", "POSIX");
        assertThat(help()).startsWith("Makes this project yours");
    }

    @Test
    void saysThatThereIsNone() throws IOException {
        localesAre("C", "POSIX");
        assertThat(help())
                .startsWith("wt: the current locale cannot represent the name of this folder")
                .hasLineCount(1);
    }

    private void localesAre(String... names) throws IOException {
        Path command = folder.resolve("locale");
        Files.writeString(
                command,
                "#!/bin/sh\n[ $1 = -a ] && printf '%s\\n' " + String.join(" ", names) + " || echo ANSI_X3.4-1968\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
    }

    private String help() throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", CALL, "sh", folder.toString()).redirectErrorStream(true);
        shell.environment().put("LC_ALL", "C");
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
