package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Money;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.PlaceOrder;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of a process to which customers and stock are in another. */
@SplitShopTest
class OrdersAcrossProcessesTests extends ServiceContract {

    @Autowired
    CallingProcess caller;

    @Autowired
    CatalogService catalog;

    @Autowired
    CustomerService customers;

    @Autowired
    WholeDatabase database;

    private final IdempotencyKey key =
            new IdempotencyKey("max", UUID.randomUUID().toString());

    @Test
    void anOrderIsPlacedOnceHoweverOftenItIsSent() {
        String sku = product(10);
        PlaceOrder request = order(sku, 4);

        OrderDto placed = orders().place(request, key);

        assertThat(orders().place(request, key)).isEqualTo(placed);
        assertThat(orders().order(placed.id())).isEqualTo(placed);
        assertThat(stock(sku)).isEqualTo(6);
        assertThat(trailOf(placed)).containsExactly("place");
    }

    @Test
    void anOrderThatIsRefusedLeavesNothing() {
        String sku = product(3);
        PlaceOrder tooMuch = order(sku, 4);
        assertThatExceptionOfType(InsufficientStockException.class).isThrownBy(() -> orders().place(tooMuch, key));

        assertThat(stock(sku)).isEqualTo(3);
        PlaceOrder all = new PlaceOrder(tooMuch.customer(), null, List.of(new RequestedLine(sku, 3)));
        assertThat(orders().place(all, key).lines()).hasSize(1);
        assertThat(stock(sku)).isZero();
    }

    @Test
    void whatACancelledOrderHeldIsGivenBackAndWhatIsShippedLeavesStock() {
        String sku = product(10);
        OrderDto cancelled = orders().place(order(sku, 4), key);
        OrderDto shipped = orders().place(
                        order(sku, 5),
                        new IdempotencyKey("max", UUID.randomUUID().toString()));

        orders().cancel(cancelled.id(), null);
        orders().ship(shipped.id(), null);

        await().untilAsserted(() -> assertThat(
                        database.sql("""
                        select s.on_hand || ' with ' || s.reserved || ' reserved' from catalog.stock s where s.sku = :sku""").param("sku", sku).query(String.class).single())
                .isEqualTo("5 with 0 reserved"));
        assertThat(trailOf(cancelled)).containsExactly("place", "cancel");
        assertThat(trailOf(shipped)).containsExactly("place", "ship");
    }

    private List<String> trailOf(OrderDto order) {
        return database.sql("select action from audit.entry where subject = :id order by id")
                .param("id", order.id().toString())
                .query(String.class)
                .list();
    }

    private OrderService orders() {
        return caller.service(OrderService.class);
    }

    private PlaceOrder order(String sku, int quantity) {
        String customer = ShopClient.fresh("AC");
        customers.register(new NewCustomer(customer, null, null, "Portugal"));
        return new PlaceOrder(customer, null, List.of(new RequestedLine(sku, quantity)));
    }

    private String product(long stock) {
        String sku = ShopClient.fresh("AP");
        return catalog.add(new NewProduct(sku, "A lamp", Money.of("2.5", "GBP"), stock))
                .sku();
    }

    private long stock(String sku) {
        return catalog.product(sku).stock();
    }
}
