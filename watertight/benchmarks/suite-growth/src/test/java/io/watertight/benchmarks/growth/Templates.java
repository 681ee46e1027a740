package io.watertight.benchmarks.growth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of a generated application; {@code NAME} and {@code Name} stand for a module and its aggregate. */
final class Templates {

    private static final String POM = """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent><groupId>org.growth</groupId><artifactId>growth</artifactId><version>1</version></parent>
          <artifactId>%s</artifactId>
          <dependencies>%s</dependencies>
        </project>
        """;
    private static final String DEPENDENCY =
            "<dependency><groupId>org.growth</groupId><artifactId>%s</artifactId><version>1</version></dependency>";

    private Templates() {}

    /** {@code m000}, {@code m001} ... */
    static String module(int number) {
        return "m%03d".formatted(number);
    }

    static Map<String, String> root(int modules) {
        String listed = IntStream.range(0, modules)
                .mapToObj(it -> "<module>modules/%s</module>".formatted(module(it)))
                .collect(Collectors.joining("\n    "));
        return Map.of("pom.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.growth</groupId>
              <artifactId>growth</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <modules>
                <module>shared-kernel</module>
                %s
                <module>app</module>
              </modules>
              <build><plugins><plugin>
                <artifactId>maven-enforcer-plugin</artifactId>
                <configuration><rules><bannedDependencies/></rules></configuration>
              </plugin></plugins></build>
            </project>
            """.formatted(listed));
    }

    static Map<String, String> kernel() {
        return Map.of(
                "pom.xml", POM.formatted("shared-kernel", ""), "src/main/java/org/growth/kernel/Problem.java", """
                package org.growth.kernel;

                public abstract class Problem extends RuntimeException {
                    private static final long serialVersionUID = 1L;

                    protected Problem(String message) {
                        super(message);
                    }
                }
                """);
    }

    static Map<String, String> application(int modules) {
        String dependencies = IntStream.range(0, modules)
                .mapToObj(it -> DEPENDENCY.formatted(module(it)))
                .collect(Collectors.joining());
        return Map.of(
                "pom.xml", POM.formatted("app", dependencies), "src/main/java/org/growth/GrowthApplication.java", """
                package org.growth;

                @org.springframework.boot.autoconfigure.SpringBootApplication
                @org.springframework.modulith.Modulithic(sharedModules = "kernel")
                public class GrowthApplication {}
                """);
    }

    static Map<String, String> moduleFiles(int number) {
        String name = module(number);
        String before = number == 0 ? "" : module(number - 1);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "pom.xml",
                POM.formatted(
                        name,
                        DEPENDENCY.formatted("shared-kernel")
                                + (before.isEmpty() ? "" : DEPENDENCY.formatted(before))));
        ModuleTemplates.FILES.forEach(
                (path, text) -> files.put(filled(path, name, before), filled(text, name, before)));
        return files;
    }

    /** Lines that end with {@code // asks} are left out of the module that has none before it. */
    private static String filled(String text, String name, String before) {
        String upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String upperBefore = before.isEmpty() ? "" : Character.toUpperCase(before.charAt(0)) + before.substring(1);
        return text.lines()
                .filter(it -> !before.isEmpty() || !it.endsWith("// asks"))
                .map(it -> it.replace(" // asks", "")
                        .replace("BEFORE", before)
                        .replace("Before", upperBefore)
                        .replace("NAME", name)
                        .replace("Name", upper))
                .collect(Collectors.joining("\n"));
    }
}
