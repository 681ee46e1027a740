package com.example.shop;

import com.example.shop.orders.OrderService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The process of {@link OrderService}, which calls the one under test over HTTP; a second context of this JVM. */
@Lazy
class CallingProcess implements AutoCloseable {

    /** Where the key pairs of processes are. */
    static final Path KEYS = Path.of("target", "keys");

    static final String NAME = "orders";
    static final String ITS_CALLER = "demo-orders";
    static final String PRIVATE_KEY = "test.private-key";
    static final String PUBLIC_KEY = "watertight.process.peers." + NAME;

    /** Two cores that are busy with other tests may take longer to connect than a process should wait. */
    static final String PATIENCE = "connect-timeout=3s";

    private final Optional<JarProcess> calledJar;
    private final Optional<JarProcess> jar;
    private final ConfigurableApplicationContext context;

    CallingProcess(Environment called, JdbcConnectionDetails database) {
        this.calledJar = JarProcess.start(
                "catalog-customers",
                database.getJdbcUrl(),
                "--watertight.modules=catalog,customers",
                "--" + PUBLIC_KEY + "=" + called.getRequiredProperty(PUBLIC_KEY),
                "--watertight.process.peers." + ITS_CALLER + "=" + called.getRequiredProperty(PUBLIC_KEY));
        String address = calledJar
                .map(JarProcess::address)
                .orElseGet(() -> "http://localhost:" + called.getRequiredProperty("local.server.port"));
        String[] settings = {
            "--watertight.modules=" + NAME,
            "--watertight.process.private-key=" + called.getRequiredProperty(PRIVATE_KEY),
            "--watertight.process.peers." + ITS_CALLER + "=" + called.getRequiredProperty(PUBLIC_KEY),
            "--watertight.remote.catalog.url=" + address,
            "--watertight.remote.catalog." + PATIENCE,
            "--watertight.remote.customers.url=" + address,
            "--watertight.remote.customers." + PATIENCE
        };
        this.jar = JarProcess.start(NAME, database.getJdbcUrl(), settings);
        this.context = start(database.getJdbcUrl(), settings);
    }

    /** {@return where the modules run that this process calls} */
    String addressOfCalled() {
        return context.getEnvironment().getRequiredProperty("watertight.remote.catalog.url");
    }

    /** {@return where its own modules can be called} */
    String address() {
        return jar.map(JarProcess::address)
                .orElseGet(
                        () -> "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Starts a process of the shop. */
    static ConfigurableApplicationContext start(String database, String... settings) {
        SpringApplication shop = new SpringApplication(ShopApplication.class);
        // It would set up the logging of this JVM anew, under the feet of the other process.
        shop.setListeners(shop.getListeners().stream()
                .filter(it -> !(it instanceof LoggingApplicationListener))
                .toList());
        shop.setDefaultProperties(
                Map.of(TestBroker.SETTING, TestBroker.address(), TestCollector.SETTING, TestCollector.address()));
        Stream<String> ordinary = Stream.concat(Stream.of("--server.port=0"), onDatabase(database).stream())
                .filter(it -> Arrays.stream(settings)
                        .noneMatch(other -> other.startsWith(it.substring(0, it.indexOf('=') + 1))));
        return shop.run(Stream.concat(ordinary, Arrays.stream(settings)).toArray(String[]::new));
    }

    /** {@return the settings of a process on a test's database} */
    static List<String> onDatabase(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=application",
                "--spring.datasource.password=application",
                "--spring.flyway.user=migrator",
                "--spring.flyway.password=migrator",
                "--watertight.accounts.local=true",
                "--watertight.accounts.passwords-file=target/passwords/%s.txt"
                        .formatted(url.replaceFirst(".*/(\\w+).*", "$1")));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** {@return a client of this process that signs in as one of its local accounts} */
    RestTestClient client(String account, TestAccounts accounts) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .defaultHeaders(it -> it.setBasicAuth(account, accounts.passwordOf(account)))
                .build();
    }

    <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        jar.ifPresent(JarProcess::close);
        calledJar.ifPresent(JarProcess::close);
    }
}
