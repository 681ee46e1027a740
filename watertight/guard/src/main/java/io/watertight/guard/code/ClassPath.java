package io.watertight.guard.code;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** What this JVM runs with. */
final class ClassPath {

    private ClassPath() {}

    /** Also where surefire passes it on in the manifest of a jar, because a command line has an end. */
    static List<Path> ofThisJvm(@Nullable Path mainSource) {
        String surefire = System.getProperty("surefire.real.class.path");
        String entries = surefire == null ? System.getProperty("java.class.path", "") : surefire;
        List<Path> paths = new ArrayList<>();
        Arrays.stream(entries.split(File.pathSeparator))
                .filter(it -> !it.isBlank())
                .map(it -> Path.of(it).toAbsolutePath().normalize())
                .filter(Files::exists)
                .forEach(it -> {
                    paths.add(it);
                    paths.addAll(namedInManifest(it));
                });
        if (mainSource != null) {
            paths.add(mainSource.toAbsolutePath().normalize());
        }
        return paths.stream().distinct().toList();
    }

    private static List<Path> namedInManifest(Path jar) {
        if (!jar.toString().endsWith(".jar")) {
            return List.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            return named == null
                    ? List.of()
                    : Arrays.stream(named.split(" "))
                            .filter(it -> !it.isBlank())
                            .map(it -> jar.toUri().resolve(it))
                            .filter(it -> "file".equals(it.getScheme()))
                            .map(it -> Path.of(it).normalize())
                            .filter(Files::exists)
                            .toList();
        } catch (IOException _) {
            // Not a jar after all; the JVM does not mind such an entry either.
            return List.of();
        }
    }
}
