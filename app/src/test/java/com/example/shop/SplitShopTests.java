package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.UnknownProductException;
import com.example.shop.customers.CustomerService;
import com.example.shop.kernel.Money;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.PlaceOrder;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.watertight.api.ModuleUnavailableException;
import io.watertight.api.NotPermittedException;
import io.watertight.security.SystemAuthentication;
import io.watertight.testing.processes.ProcessKeys;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens between two processes of the shop. */
@SplitShopTest
class SplitShopTests {

    private static final String PRODUCT = "/internal/catalog/product?sku=none";

    @Autowired
    CallingProcess caller;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcConnectionDetails database;

    @Value("${" + CallingProcess.PRIVATE_KEY + "}")
    Resource key;

    @AfterEach
    void actAsNobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesNoCallOfPeopleBetweenProcesses() {
        for (String account : List.of("", "admin", "customer")) {
            assertThat(status(accounts.as(account, http).get().uri(PRODUCT))).isEqualTo(401);
        }
    }

    @Test
    void takesCallsOfKnownProcessesForTheModuleThatTheyAreMeantFor() throws Exception {
        Instant now = Instant.now();
        assertThat(statusWith(token(key, CallingProcess.NAME, "catalog", now), PRODUCT))
                .isEqualTo(422);
        assertThat(statusWith(token(key, CallingProcess.NAME, "customers", now), PRODUCT))
                .isEqualTo(403);
        assertThat(statusWith(token(key, CallingProcess.NAME, "catalog", now.minusSeconds(90)), PRODUCT))
                .isEqualTo(401);
        assertThat(statusWith(token(key, "stranger", "catalog", now), PRODUCT)).isEqualTo(401);
        Path foreign = ProcessKeys.of("stranger", CallingProcess.KEYS).privateKey();
        assertThat(statusWith(token(new FileSystemResource(foreign), CallingProcess.NAME, "catalog", now), PRODUCT))
                .isEqualTo(401);
    }

    @Test
    void takesCallsAlongDeclaredDependenciesOnly() throws Exception {
        String undeclared = token(key, "customers-2", "catalog", Instant.now());
        assertThat(new String(
                        http.get()
                                .uri(PRODUCT)
                                .headers(it -> it.setBearerAuth(undeclared))
                                .exchange()
                                .expectStatus()
                                .isForbidden()
                                .returnResult(byte[].class)
                                .getResponseBodyContent(),
                        StandardCharsets.UTF_8))
                .contains("No module of process 'customers-2' declares that it depends on 'catalog'");
    }

    @Test
    void leavesUncountedOnlyWhatAKnownProcessHasSigned(
            @Autowired @Qualifier("signedByKnownProcess") RequestMatcher known) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/internal/catalog/product");
        assertThat(known.matches(request)).isFalse();
        request.addHeader("Authorization", "Bearer " + token(key, "stranger", "catalog", Instant.now()));
        assertThat(known.matches(request)).isFalse();
        request.removeHeader("Authorization");
        request.addHeader("Authorization", "Bearer " + token(key, CallingProcess.NAME, "catalog", Instant.now()));
        assertThat(known.matches(request)).isTrue();
    }

    @Test
    void ignoresFieldsThatOnlyALaterReleaseOfTheCallerKnows() throws Exception {
        String query = "{\"words\":\"lamp\",\"limit\":1,\"ofALaterRelease\":[{}]}";
        String signed = token(key, CallingProcess.NAME, "catalog", Instant.now());
        assertThat(status(http.post()
                        .uri("/internal/catalog/search")
                        .headers(it -> it.setBearerAuth(signed))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(query)))
                .isEqualTo(200);
        assertThat(status(accounts.as("clerk", http)
                        .post()
                        .uri("/api/products")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(query)))
                .isEqualTo(400);
    }

    @Test
    void takesNoTokenOfAProcessWhereOnlyPeopleCall() throws Exception {
        assertThat(statusWith(token(key, CallingProcess.NAME, "catalog", Instant.now()), "/api/customers"))
                .isEqualTo(401);
    }

    @Test
    void actsForWhoeverCalledTheOtherProcess() {
        NewProduct product = new NewProduct(ShopClient.fresh("SP"), "A lamp", Money.of("1", "GBP"), 1);
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> catalog().add(product));
        SystemAuthentication.begin();
        assertThat(catalog().add(product).sku()).isEqualTo(product.sku());
    }

    @Test
    void refusesToCallAnotherProcessInsideATransaction() {
        TransactionTemplate transactions = caller.service(TransactionTemplate.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.execute(_ -> catalog().product("none")))
                .withMessageStartingWith("RemoteCatalogService.product would call the process of module 'catalog'");
        assertThatExceptionOfType(UnknownProductException.class)
                .isThrownBy(() -> catalog().product("none"));
    }

    @Test
    void saysInBoundedTimeWhichModuleDoesNotRespond() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                ConfigurableApplicationContext process = CallingProcess.start(
                        database.getJdbcUrl(),
                        "--watertight.modules=" + CallingProcess.NAME,
                        "--watertight.process.private-key=" + key.getURI(),
                        "--watertight.remote.customers.read-timeout=1s",
                        "--watertight.remote.customers.url=http://localhost:" + silent.getLocalPort(),
                        "--watertight.remote.catalog.url=http://localhost:" + TestSocketUtils.findAvailableTcpPort())) {
            Instant begin = Instant.now();
            assertThatExceptionOfType(ModuleUnavailableException.class)
                    .isThrownBy(() -> process.getBean(CatalogService.class).product("a"))
                    .satisfies(it -> assertThat(it.extensions()).isEqualTo(Map.of("module", "catalog")));
            assertThatExceptionOfType(ModuleUnavailableException.class)
                    .isThrownBy(() -> process.getBean(CustomerService.class).customer("a"));
            SystemAuthentication.begin();
            assertThatExceptionOfType(ModuleUnavailableException.class)
                    .isThrownBy(() -> process.getBean(OrderService.class).place(orderOf("a", "a", 1), freshKey()));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    private static PlaceOrder orderOf(String customer, String sku, int quantity) {
        return new PlaceOrder(customer, null, List.of(new RequestedLine(sku, quantity)));
    }

    private static IdempotencyKey freshKey() {
        return new IdempotencyKey("system", UUID.randomUUID().toString());
    }

    private CatalogService catalog() {
        return caller.service(CatalogService.class);
    }

    private int statusWith(String token, String path) {
        return status(http.get().uri(path).headers(it -> it.setBearerAuth(token)));
    }

    private static int status(RestTestClient.RequestHeadersSpec<?> request) {
        return request.exchange().returnResult(byte[].class).getStatus().value();
    }

    private static String token(Resource key, String process, String module, Instant issued) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(process)
                        .audience(module)
                        .subject("max")
                        .claim("roles", List.of("clerk"))
                        .claim("attributes", Map.of())
                        .issueTime(Date.from(issued))
                        .expirationTime(Date.from(issued.plusSeconds(60)))
                        .build());
        token.sign(new RSASSASigner(RsaKeyConverters.pkcs8().convert(key.getInputStream())));
        return token.serialize();
    }
}
