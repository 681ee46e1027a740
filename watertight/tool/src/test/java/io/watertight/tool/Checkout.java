package io.watertight.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of what a module's generator reads of this checkout, in which a test calls the tool as a person does. */
record Checkout(Path root) {

    /** What a call printed, and how it ended. */
    record Answer(int exitCode, String output) {}

    static Checkout copiedTo(Path folder) {
        Path here = Path.of("../..").toAbsolutePath().normalize();
        Plan source = new Plan(here);
        for (String path : source.files("")) {
            boolean read = path.equals("pom.xml")
                    || path.equals("compose.split.yml")
                    || path.startsWith("docker/nginx/")
                    || path.startsWith("app/")
                    || path.startsWith("modules/")
                    || path.startsWith("remote/")
                    || path.startsWith("shared-kernel/")
                    || path.startsWith("watertight/api/")
                    || path.startsWith("watertight/pattern/")
                    || path.startsWith("watertight/testing/src/main/");
            if (read) {
                new Checkout(folder).write(path, source.bytes(path));
            }
        }
        return new Checkout(folder);
    }

    Checkout write(String path, byte[] bytes) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Checkout write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Plan plan() {
        return new Plan(root);
    }

    Answer wt(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exitCode = new Tool(root, out, out, Commands.all()).run(List.of(arguments));
        return new Answer(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }
}
