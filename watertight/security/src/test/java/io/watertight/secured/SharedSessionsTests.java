package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testing.WholeDatabase;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A browser whose session is in the database, where each request reads it anew. */
@SpringBootTest(
        classes = SecuredApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "watertight.security.sessions=database")
@ActiveProfiles("accounts")
class SharedSessionsTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    private WholeDatabase database;

    @Test
    void keepWhoHasSignedInAndWhatTheNextPageSays() throws Exception {
        String form = get("/login");
        Matcher token = TOKEN.matcher(form);
        assertThat(token.find()).as(form).isTrue();
        browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .POST(BodyPublishers.ofString("username=clerk&password=%s&_csrf=%s"
                                .formatted(
                                        SecuredApplication.PASSWORD,
                                        URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build(),
                BodyHandlers.discarding());
        assertThat(get("/api/notes")).contains("\"clerk\"");
        assertThat(get("/api/kept")).isEqualTo("The note is kept.");
        assertThat(get("/api/said")).isEqualTo("nothing");
        assertThat(database.sql("select count(*) from sessions.session where principal_name = 'clerk'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
        return answer.body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
