package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testsupport.DevelopmentDatabase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The application names no module: where one is not on the class path, its pages are gone and the rest works. */
class ShopWithoutAModuleTests {

    /** Nobody depends on it, so that it can go. */
    private static final Pattern LEFT_OUT = Pattern.compile(".*[/\\\\]orders[/\\\\].*");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void startsAndOffersWhatIsThere(@TempDir Path folder) throws Exception {
        int port = freePort();
        Path passwords = folder.resolve("passwords");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader classes = classesWithoutTheModule()) {
            Thread.currentThread().setContextClassLoader(classes);
            try (AutoCloseable _ = start(classes, port, folder.resolve("database"), passwords)) {
                String admin = "admin:" + passwordOfAdmin(passwords);
                HttpResponse<String> home = get(port, "/", admin);
                assertThat(home.statusCode()).isEqualTo(200);
                assertThat(home.body())
                        .contains("href=\"/catalog\"", "href=\"/customers\"", "hx-get=\"/catalog/home\"")
                        .doesNotContain("orders");
                assertThat(get(port, "/catalog", admin).statusCode()).isEqualTo(200);
                assertThat(get(port, "/orders", admin).statusCode()).isEqualTo(404);
                assertThat(get(port, "/api/products", admin).statusCode()).isEqualTo(200);
                assertThat(get(port, "/api/orders", admin).statusCode()).isEqualTo(404);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static AutoCloseable start(ClassLoader classes, int port, Path database, Path passwords) throws Exception {
        @SuppressWarnings("unchecked")
        Callable<AutoCloseable> shop = (Callable<AutoCloseable>)
                classes.loadClass(Starter.class.getName())
                        .getConstructor(String[].class)
                        .newInstance((Object) new String[] {
                            "--server.port=" + port,
                            "--development.database.directory=" + database,
                            "--platform.accounts.local=true",
                            "--platform.accounts.passwords-file=" + passwords
                        });
        return shop.call();
    }

    private static URLClassLoader classesWithoutTheModule() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        URL[] left = Arrays.stream(path.split(File.pathSeparator))
                .filter(it -> !LEFT_OUT.matcher(it).matches())
                .map(ShopWithoutAModuleTests::urlOf)
                .toArray(URL[]::new);
        return new URLClassLoader(left, ClassLoader.getPlatformClassLoader());
    }

    private static URL urlOf(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(int port, String path, String account) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                        .header("Authorization", "Basic " + credentials)
                        .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private static String passwordOfAdmin(Path file) throws IOException {
        Properties passwords = new Properties();
        try (InputStream lines = Files.newInputStream(file)) {
            passwords.load(lines);
        }
        return passwords.getProperty("admin");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Loaded anew from the shorter class path; the JDK's interfaces are all that it shares with the test. */
    public static class Starter implements Callable<AutoCloseable> {

        private final String[] arguments;

        public Starter(String[] arguments) {
            this.arguments = arguments;
        }

        @Override
        public AutoCloseable call() {
            return SpringApplication.from(ShopApplication::main)
                    .with(DevelopmentDatabase.class)
                    .run(arguments)
                    .getApplicationContext();
        }
    }
}
