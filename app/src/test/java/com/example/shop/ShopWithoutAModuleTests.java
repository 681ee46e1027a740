package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application names no module: where one is not on the class path, its pages are gone and the rest works. */
@SeveralProcesses
class ShopWithoutAModuleTests {

    /** Nobody but the demo data depends on it, so that both can go. */
    private static final Pattern LEFT_OUT = Pattern.compile(".*[/\\\\](orders|demo)[/\\\\].*");

    private static final Pattern PORT = Pattern.compile("Address +http://localhost:(\\d+)");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void startsAndOffersWhatIsThere(@TempDir Path folder) throws Exception {
        Path passwords = folder.resolve("passwords");
        Process shop = start(folder, passwords);
        try {
            int port = awaitReadiness(shop, folder);
            String admin = "admin:" + passwordOfAdmin(passwords);
            HttpResponse<String> home = get(port, "/", admin);
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(home.body())
                    .contains("href=\"/catalog\"", "href=\"/customers\"", "hx-get=\"/catalog/home\"")
                    .doesNotContain("orders");
            assertThat(get(port, "/catalog/home", admin).body())
                    .contains("There are no products yet.", "href=\"/catalog/new\"", "href=\"/catalog/import\"");
            assertThat(get(port, "/catalog", admin).statusCode()).isEqualTo(200);
            assertThat(get(port, "/orders", admin).statusCode()).isEqualTo(404);
            assertThat(get(port, "/api/products", admin).statusCode()).isEqualTo(200);
            assertThat(get(port, "/api/orders", admin).statusCode()).isEqualTo(404);
        } finally {
            shop.destroy();
            if (!shop.waitFor(30, TimeUnit.SECONDS)) {
                shop.destroyForcibly().waitFor();
            }
        }
    }

    /** In a process of its own: what looks for modules asks the class path of the process, not a class loader. */
    private static Process start(Path folder, Path passwords) throws IOException {
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(it -> !LEFT_OUT.matcher(it).matches())
                .collect(Collectors.joining(File.pathSeparator));
        Path arguments =
                Files.writeString(folder.resolve("arguments"), "-cp \"%s\"".formatted(classPath.replace("\\", "\\\\")));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        TestShopApplication.class.getName(),
                        "--server.port=0",
                        "--development.database.directory=" + folder.resolve("database"),
                        "--watertight.accounts.passwords-file=" + passwords)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** {@return the port at which it answers} */
    private int awaitReadiness(Process shop, Path folder) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Matcher port = PORT.matcher(logIn(folder));
            if (port.find()) {
                int found = Integer.parseInt(port.group(1));
                if (get(found, "/actuator/health/readiness", "").statusCode() == 200) {
                    return found;
                }
            }
            assertThat(shop.isAlive() && Instant.now().isBefore(end))
                    .as(() -> "the shop starts: " + logIn(folder))
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private static String logIn(Path folder) {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private HttpResponse<String> get(int port, String path, String account) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .timeout(PATIENCE)
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*");
        if (!account.isEmpty()) {
            request.header("Authorization", "Basic " + credentials);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String passwordOfAdmin(Path file) throws IOException {
        Properties passwords = new Properties();
        try (InputStream lines = Files.newInputStream(file)) {
            passwords.load(lines);
        }
        return passwords.getProperty("admin");
    }
}
