package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.CustomerService;
import com.example.shop.orders.OrderService;
import io.watertight.api.LocalModules;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.processes.ProcessKeys;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Which modules run in a process. */
@ShopTest
@SeveralProcesses
class ModulePlacementTests {

    @Autowired
    WholeDatabase server;

    @Autowired
    JdbcConnectionDetails database;

    @Test
    void allOfThemRunInOneProcessThatSaysNothing(@Autowired ApplicationContext shop, @Autowired RestTestClient http) {
        assertThat(shop.getBean(LocalModules.class).contains("catalog")).isTrue();
        assertThat(shop.getBeansOfType(CatalogService.class)).hasSize(1);
        assertThat(shop.containsBean("sessionRepository"))
                .as("sessions in the database")
                .isFalse();
        assertThat(typesIn(shop)).noneMatch(it -> it.contains(".kafka."));
        http.get()
                .uri("/internal/catalog/product?sku=none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "!catalog,!orders,!demo"})
    void ofAModuleThatRunsElsewhereThereIsNothing(String modules) {
        server.sql("""
                        create database only_customers owner migrator template template0
                        encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'""").update();
        try (ConfigurableApplicationContext process =
                CallingProcess.start(in("only_customers"), "--watertight.modules=" + modules)) {
            assertThat(typesIn(process))
                    .noneMatch(it -> it.startsWith(CatalogService.class.getPackageName() + '.'))
                    .noneMatch(it -> it.startsWith(OrderService.class.getPackageName() + '.'))
                    .anyMatch(it -> it.startsWith(CustomerService.class.getPackageName() + '.'));
            assertThat(process.getBean(JdbcClient.class)
                            .sql("select nspname from pg_namespace where nspname in ('catalog', 'customers', 'orders')")
                            .query(String.class)
                            .list())
                    .containsExactly("customers");
            assertServesCustomersOnly(process);
        } finally {
            server.sql("drop database only_customers with (force)").update();
        }
    }

    private static Stream<String> typesIn(ApplicationContext process) {
        return Arrays.stream(process.getBeanDefinitionNames())
                .map(process::getType)
                .map(it -> it == null ? "" : it.getName());
    }

    private static void assertServesCustomersOnly(ConfigurableApplicationContext process) {
        RestTestClient http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + process.getEnvironment().getProperty("local.server.port"))
                .defaultHeaders(
                        it -> it.setBasicAuth("admin", new TestAccounts(process.getEnvironment()).passwordOf("admin")))
                .build();
        http.get().uri("/api/customers").exchange().expectStatus().isOk();
        http.get().uri("/api/products").exchange().expectStatus().isNotFound();
        assertThat(http.get()
                        .uri("/")
                        .header("Accept", "text/html")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody())
                .as("the menu of the whole shop")
                .contains("href=\"/customers\"", "href=\"/catalog\"");
    }

    @Test
    void aModuleThatDoesNotExistFailsTheStart() {
        assertFails(() -> CallingProcess.start(database.getJdbcUrl(), "--watertight.modules=catalogue"))
                .startsWith("There is no such module. The modules are: [catalog, customers");
    }

    @Test
    void aMissingBrokerFailsTheStartOfWhoeverPublishesWhatOthersReceive() {
        assertFails(() -> CallingProcess.start(
                        database.getJdbcUrl(), "--watertight.modules=customers", "--" + TestBroker.SETTING + "="))
                .startsWith("Modules in different processes publish and receive CustomerDeactivated: set the address");
    }

    @Test
    void aMissingAddressFailsTheStart() {
        assertFails(() -> CallingProcess.start(
                        database.getJdbcUrl(),
                        "--watertight.modules=orders",
                        "--watertight.process.private-key=file:"
                                + ProcessKeys.of("placement", CallingProcess.KEYS)
                                        .privateKey()))
                .contains("which runs in another process: set the address of that process.");
    }

    @Test
    void theAddressOfTheProcessItselfFailsTheStart() {
        assertFails(() -> CallingProcess.start(
                        database.getJdbcUrl(),
                        "--watertight.modules=orders",
                        "--watertight.process.private-key=file:"
                                + ProcessKeys.of("placement", CallingProcess.KEYS)
                                        .privateKey(),
                        "--watertight.remote.catalog.url=http://127.0.0.1:0",
                        "--watertight.remote.customers.url=http://localhost:0"))
                .contains("This is the address of this process");
    }

    @Test
    void aNameThatDoesNotSayWhichModulesCallFailsTheStart() {
        assertFails(() -> CallingProcess.start(
                        database.getJdbcUrl(),
                        "--watertight.modules=customers",
                        "--watertight.process.peers.warehouse=file:"
                                + ProcessKeys.of("placement", CallingProcess.KEYS)
                                        .publicKey()))
                .startsWith("The name of a process must contain the modules that run in it");
    }

    private static AbstractStringAssert<?> assertFails(ThrowingCallable start) {
        return assertThat(NestedExceptionUtils.getMostSpecificCause(catchThrowable(start)))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .extracting(it -> ((InvalidConfigurationPropertyValueException) it).getReason())
                .asString();
    }

    private String in(String name) {
        return database.getJdbcUrl().replaceFirst("[^/?]*(?=\\?|$)", name);
    }
}
