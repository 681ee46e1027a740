package com.example.testsupport;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application in a JVM of its own that writes a note into a development database and runs until it is ended. */
final class DevelopmentDatabaseProgram {

    private static final String READY = "The note is committed";

    private final Process process;

    private DevelopmentDatabaseProgram(Process process) {
        this.process = process;
    }

    static DevelopmentDatabaseProgram start(Path folder, String note) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DevelopmentDatabaseProgram.class.getName(),
                        folder.toString(),
                        note)
                .redirectErrorStream(true)
                .start();
        var output = process.inputReader();
        var lines = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                Thread.ofVirtual().start(() -> drain(output));
                return new DevelopmentDatabaseProgram(process);
            }
            lines.append(line).append('\n');
        }
        throw new IllegalStateException("The program ended early:\n" + lines);
    }

    /** Runs an application with a development database, in the calling JVM. */
    static ConfigurableApplicationContext run(Path folder) {
        return new SpringApplicationBuilder(JdbcApplication.class, DevelopmentDatabase.class)
                .web(WebApplicationType.NONE)
                .run("--%s=%s".formatted(DevelopmentDatabase.DIRECTORY, folder));
    }

    static JdbcClient client(ConfigurableApplicationContext application) {
        return JdbcClient.create(application.getBean(DataSource.class));
    }

    /** Ends it in the way that leaves it no time for anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and waits until it has. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program does not end");
        }
    }

    private static void drain(Reader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The program has ended, and that is all that there is to know.
        }
    }

    public static void main(String[] args) throws InterruptedException {
        var application = run(Path.of(args[0]));
        client(application)
                .sql("insert into note (text) values (?)")
                .param(args[1])
                .update();
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }
}
