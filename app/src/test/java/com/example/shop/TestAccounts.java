package com.example.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Knows the passwords that the shop has made up at its start. Requests are the administrator's, unless a test says
 * otherwise.
 */
class TestAccounts implements RestTestClientBuilderCustomizer {

    static final String LOCAL = "watertight.accounts.local=true";
    static final String PASSWORDS = "watertight.accounts.passwords-file=target/passwords/";

    private final Path file;

    /** The JDK's HTTP client closes the responses of one that is collected as garbage. */
    private final Queue<RestTestClient> clients = new ConcurrentLinkedQueue<>();

    TestAccounts(Environment environment) {
        this.file = Path.of(environment.getRequiredProperty("watertight.accounts.passwords-file"));
    }

    @Override
    public void customize(RestTestClient.Builder<?> builder) {
        builder.defaultHeaders(it -> it.setBasicAuth("admin", passwordOf("admin")));
    }

    /**
     * {@return a client whose requests are somebody's}
     *
     * @param account whose; nobody's if empty
     */
    RestTestClient as(String account, RestTestClient http) {
        RestTestClient client = http.mutate()
                .defaultHeaders(headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    if (!account.isEmpty()) {
                        headers.setBasicAuth(account, passwordOf(account));
                    }
                })
                .build();
        clients.add(client);
        return client;
    }

    String passwordOf(String account) {
        Properties passwords = new Properties();
        try (InputStream lines = Files.newInputStream(file)) {
            passwords.load(lines);
        } catch (IOException e) {
            throw new IllegalStateException("The shop has told no passwords", e);
        }
        return passwords.getProperty(account);
    }
}
