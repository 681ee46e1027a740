package io.watertight.tool;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What this machine lacks and what is odd in the checkout, in one screen. */
final class Doctor implements Command {

    private static final int PORT = 8080;
    private static final String WANTED_JAVA = "25";

    private final List<String> lines = new ArrayList<>();
    private boolean lacking;

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "reports what this machine lacks, and what looks wrong in the checkout";
    }

    @Override
    public String help() {
        return """
                wt doctor

                Looks at the JDKs, the port, Docker, PostgreSQL's binaries, the encoding, and at the checkout. Ends with 1 if something
                essential is missing.

                Example:
                  wt doctor
                """;
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        arguments.atMost(0);
        java();
        docker();
        port();
        encoding();
        checkout(plan);
        return new Result(List.copyOf(lines), lacking ? "" : "./mvnw -q -pl app -am spring-boot:test-run", lacking);
    }

    private void java() {
        List<Path> places = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).ifPresent(places::add);
        places.add(Path.of(System.getProperty("java.home")));
        Path home = Path.of(System.getProperty("user.home"));
        for (Path parent : List.of(
                Path.of("/usr/lib/jvm"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:\\Program Files\\Eclipse Adoptium"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.forEach(it -> places.add(
                            Files.isDirectory(it.resolve("Contents/Home")) ? it.resolve("Contents/Home") : it));
                } catch (IOException e) {
                    // A folder that nobody may read has no JDK for anybody.
                }
            }
        }
        Optional<Path> found = places.stream().filter(Doctor::isWantedJava).findFirst();
        say(
                found.isPresent(),
                "JDK " + WANTED_JAVA,
                found.map(Path::toString).orElse("none found; install one, the build finds it automatically"));
        lacking |= found.isEmpty();
    }

    private static boolean isWantedJava(Path home) {
        try {
            return Files.isRegularFile(home.resolve("release"))
                    && Files.exists(home.resolve("bin")
                            .resolve(System.getProperty("os.name").startsWith("Windows") ? "javac.exe" : "javac"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + WANTED_JAVA);
        } catch (IOException e) {
            return false;
        }
    }

    private void docker() {
        boolean answers = false;
        try {
            Process docker = new ProcessBuilder("docker", "info")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            answers = docker.waitFor(10, TimeUnit.SECONDS) && docker.exitValue() == 0;
            docker.destroy();
        } catch (IOException e) {
            // There is none.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Path binaries = Path.of(System.getProperty("user.home"), ".m2/repository/io/zonky/test/postgres");
        String embedded = Files.isDirectory(binaries) ? "are downloaded already" : "are downloaded at the first test";
        say(
                true,
                "Docker",
                answers ? "is running" : "is not available; tests use embedded PostgreSQL binaries, which " + embedded);
    }

    private void port() {
        boolean free;
        try (ServerSocket socket = new ServerSocket(PORT)) {
            free = socket.isBound();
        } catch (IOException e) {
            free = false;
        }
        say(
                free,
                "Port " + PORT,
                free ? "is free" : "is taken; start with -Dspring-boot.run.arguments=--server.port=0");
    }

    private void encoding() {
        String name =
                System.getProperty("native.encoding", Charset.defaultCharset().name());
        boolean utf8 = Charset.forName(name).equals(StandardCharsets.UTF_8);
        say(utf8, "Encoding", utf8 ? "UTF-8" : name + "; file names with accents may be garbled; set LANG=C.UTF-8");
    }

    private void checkout(Plan plan) {
        Project project = Project.of(plan);
        for (String module : project.modules()) {
            if (!plan.exists("modules/" + module + "/pom.xml")) {
                say(false, "Module " + module, "is in modules/pom.xml and has no pom.xml");
            } else if (!PomEdit.hasDependency(plan.read("app/pom.xml"), project.group(), module)) {
                say(
                        false,
                        "Module " + module,
                        "is missing from the dependencies in app/pom.xml, so the application runs without it");
            }
        }
        plan.files("modules").stream()
                .filter(path -> path.endsWith("/pom.xml") && path.split("/").length == 3)
                .map(path -> path.split("/")[1])
                .filter(module -> !project.modules().contains(module))
                .forEach(module -> say(false, "Module " + module, "is a folder that modules/pom.xml does not name"));
        Checksums.changed(plan)
                .filter(it -> !it.isEmpty())
                .ifPresent(it -> say(
                        false,
                        "Toolkit",
                        "has changes of your own, beginning with " + it.get(0) + "; they stop an upgrade"));
        say(true, "Project", project.group() + " with " + String.join(", ", project.modules()));
    }

    private void say(boolean well, String what, String how) {
        lines.add("%s %-14s %s".formatted(well ? "ok  " : "warn", what, how));
    }
}
