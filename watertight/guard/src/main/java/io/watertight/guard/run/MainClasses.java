package io.watertight.guard.run;

import io.watertight.guard.code.FileTree;
import io.watertight.guard.code.Project;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for classes with {@code @SpringBootApplication}: the constant pool of such a class holds the annotation's name. */
final class MainClasses {

    private static final String MARK = "Lorg/springframework/boot/autoconfigure/SpringBootApplication;";

    private MainClasses() {}

    /**
     * {@return the only one}
     *
     * @throws IllegalArgumentException if there is none, or several
     */
    static String onlyOne(List<Path> classes) {
        Set<String> found = new LinkedHashSet<>();
        classes.forEach(container -> FileTree.each(container, "", (path, file) -> {
            if (path.endsWith(".class") && Project.text(file).contains(MARK)) {
                found.add(path.replaceFirst("\\.class$", "").replace('/', '.'));
            }
        }));
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "There is no class with @SpringBootApplication in --classes; name the main class by --main."
                            : "There are several classes with @SpringBootApplication; name one by --main: " + found);
        }
        String main = found.iterator().next();
        if (main.startsWith("BOOT-INF.")) {
            throw new IllegalArgumentException(
                    "--classes is an executable jar of Spring Boot. Name what it was made of: target/classes or build/classes/java/main.");
        }
        return main;
    }
}
