package io.watertight.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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

    /** {@return a client that sees the notes} */
    static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, Login.MIGRATOR.role(), Login.MIGRATOR.password()));
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
        var application = new SpringApplicationBuilder(DevelopmentDatabase.class)
                .web(WebApplicationType.NONE)
                .run("--%s=%s".formatted(DevelopmentDatabase.DIRECTORY, args[0]));
        var client = client(String.valueOf(
                application.getBean(FlywayConnectionDetails.class).getJdbcUrl()));
        client.sql("create schema if not exists program").update();
        client.sql("create table if not exists program.note (text text)").update();
        client.sql("insert into program.note (text) values (?)").param(args[1]).update();
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }
}
