package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is done for one request is one trace, in whichever processes it is done. */
@SplitShopTest
class TracesTests extends ServiceContract {

    private static final String CALLED = "catalog,customers";
    private static final String CALLER = "orders";

    @Autowired
    CallingProcess caller;

    @Autowired
    CatalogService catalog;

    @Autowired
    CustomerService customers;

    @Autowired
    RestTestClient http;

    @Autowired
    TestAccounts accounts;

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void anOrderIsOneTraceOverTheProcessesThatTakePart() {
        String customer = customer();
        String sku = ShopClient.fresh("TP");
        catalog.add(new NewProduct(sku, "A lamp", Money.of("2.5", "GBP"), 10));

        post(
                caller.client("clerk", accounts),
                "/api/orders",
                Map.of("customer", customer, "lines", List.of(Map.of("sku", sku, "quantity", 1))));

        isTraced(CALLER, "http post /api/orders");
        isTraced(CALLED, "http put /internal/catalog/");
        isTraced(CALLED, "http post /internal/customers/");
    }

    @Test
    void anEventBelongsToTheTraceOfTheRequestThatPublishedIt() {
        String customer = customer();

        post(http, "/api/customers/%s/deactivate".formatted(customer), Map.of());

        isTraced(CALLED, "http post /api/customers/{number}/deactivate");
        isTraced(CALLED, "shop.customers.CustomerDeactivated send");
        isTraced(CALLER, "shop.customers.CustomerDeactivated process");
    }

    private String customer() {
        String customer = ShopClient.fresh("TC");
        customers.register(new NewCustomer(customer, null, null, "Portugal"));
        return customer;
    }

    private void post(RestTestClient client, String path, Map<String, Object> body) {
        client.post()
                .uri(path)
                .header("traceparent", "00-%s-00000000000000aa-01".formatted(trace))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private void isTraced(String modules, String span) {
        soon().alias(span)
                .untilAsserted(() ->
                        assertThat(TestCollector.has(trace, modules, span)).isTrue());
    }
}
