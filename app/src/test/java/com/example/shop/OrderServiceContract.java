package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.UnknownProductsException;
import com.example.shop.customers.CustomerInactiveException;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.customers.UnknownBuyerException;
import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.IdempotencyKeyReusedException;
import com.example.shop.orders.ImplausibleDateException;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderCancelledException;
import com.example.shop.orders.OrderDto;
import com.example.shop.orders.OrderLineDto;
import com.example.shop.orders.OrderQuery;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.OrderShippedException;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderSummaryDto;
import com.example.shop.orders.PlaceOrder;
import com.example.shop.orders.UnknownOrderException;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.NotPermittedException;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What callers of {@link OrderService} rely on, wherever it runs. */
abstract class OrderServiceContract extends ServiceContract {

    private static final Money PRICE = Money.of("2.555", "GBP");

    abstract OrderService orders();

    abstract CatalogService catalog();

    abstract CustomerService customers();

    @Test
    void placesAnOrderAndKeepsEachDigit() {
        String sku = product(10);
        OrderDto placed = placed(sku, 3);
        assertThat(placed.lines()).containsExactly(new OrderLineDto(sku, "A lamp", 3, PRICE, Money.of("7.665", "GBP")));
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.deliveryCountryCode()).isEqualTo("PT");
        assertThat(orders().order(placed.id())).isEqualTo(placed);
    }

    @Test
    void placesAnOrderOnceForOneKey() {
        PlaceOrder order = order(customer(), product(10), 1);
        IdempotencyKey key = freshKey("50 % + &=ü");
        OrderDto placed = orders().place(order, key);
        assertThat(orders().place(order, key)).isEqualTo(placed);
        assertThat(orders().place(order, freshKey("max")).id()).isNotEqualTo(placed.id());
        assertThatExceptionOfType(IdempotencyKeyReusedException.class)
                .isThrownBy(() -> orders().place(order(order.customer(), product(1), 1), key));
    }

    @Test
    void importsAnOrderAtAgreedPricesAndOnItsDate() {
        Instant agreed = Instant.parse("2011-12-09T12:50:00.123456Z");
        String sku = product(10);
        Money price = Money.of("0.001", "GBP");
        ImportedOrder order = new ImportedOrder(customer(), agreed, "Éire", List.of(new ImportedLine(sku, 2, price)));
        IdempotencyKey key = freshKey("max");
        OrderDto imported = orders().importOrder(order, key);
        assertThat(imported.placedAt()).isEqualTo(agreed);
        assertThat(imported.deliveryCountry()).isEqualTo("Éire");
        assertThat(imported.lines())
                .containsExactly(new OrderLineDto(sku, "A lamp", 2, price, Money.of("0.002", "GBP")));
        assertThat(orders().importOrder(order, key)).isEqualTo(imported);
        assertThatExceptionOfType(ImplausibleDateException.class)
                .isThrownBy(() -> orders().importOrder(
                                new ImportedOrder(
                                        order.customer(), Instant.parse("1899-12-31T00:00:00Z"), null, order.lines()),
                                freshKey("max")));
    }

    @Test
    void saysWhyAnOrderCannotBePlaced() {
        String sku = product(1);
        String customer = customer();
        assertThatExceptionOfType(UnknownBuyerException.class).isThrownBy(() -> placed("nobody", sku, 1));
        assertThatExceptionOfType(UnknownProductsException.class).isThrownBy(() -> placed(customer, "none", 1));
        assertThatExceptionOfType(InsufficientStockException.class)
                .isThrownBy(() -> placed(customer, sku, 2))
                .satisfies(it -> assertThat(it.extensions()).containsEntry("short", List.of(new Shortage(sku, 2, 1))));
        customers().deactivate(customer);
        assertThatExceptionOfType(CustomerInactiveException.class).isThrownBy(() -> placed(customer, sku, 1));
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> orders().place(new PlaceOrder(customer, null, List.of()), freshKey("max")))
                .satisfies(it -> assertThat(it.getConstraintViolations())
                        .extracting(violation -> violation.getPropertyPath().toString())
                        .containsExactly("place.order.lines"));
    }

    @Test
    void cancelsAndShipsTheVersionThatTheCallerHasSeen() {
        UUID cancelled = placed(product(1), 1).id();
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> orders().cancel(cancelled, ExpectedVersion.of(7)));
        assertThat(orders().cancel(cancelled, ExpectedVersion.of(0)).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(orders().cancel(cancelled, null).version()).isEqualTo(1);
        assertThatExceptionOfType(OrderCancelledException.class)
                .isThrownBy(() -> orders().ship(cancelled, ExpectedVersion.any()));

        UUID shipped = placed(product(1), 1).id();
        assertThat(orders().ship(shipped, null).closedAt()).isNotNull();
        assertThat(orders().ship(shipped, ExpectedVersion.any()).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThatExceptionOfType(OrderShippedException.class).isThrownBy(() -> orders().cancel(shipped, null));
    }

    @Test
    void listsTheOrdersOfACustomerInPages() {
        String customer = customer();
        String sku = product(10);
        OrderDto first = placed(customer, sku, 1);
        OrderDto second = placed(customer, sku, 2);
        orders().cancel(first.id(), null);

        OrderQuery all = new OrderQuery(customer, null, false, Instant.EPOCH, null, 1, null);
        PageDto<OrderSummaryDto> page = orders().search(all);
        assertThat(page.items()).extracting(OrderSummaryDto::id).containsExactly(second.id());
        assertThat(page.next()).isNotNull();
        assertThat(PageDto.walk(next -> orders().search(all.page(1, next))))
                .extracting(OrderSummaryDto::id)
                .containsExactly(second.id(), first.id());
        assertThat(search(customer, OrderStatus.CANCELLED, null))
                .singleElement()
                .satisfies(it -> assertThat(it.total()).isEqualTo(PRICE));
        assertThat(search(customer, null, second.placedAt())).hasSize(1);
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> orders().search(all.page(1, "invented")));
    }

    @Test
    void knowsNoOrderThatTheCallerMayNotSee() {
        UUID order = placed(product(1), 1).id();
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders().order(UUID.randomUUID()));
        actAs(Roles.CUSTOMER);
        assertThatExceptionOfType(UnknownOrderException.class).isThrownBy(() -> orders().order(order));
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> orders().ship(order, null));
    }

    private List<OrderSummaryDto> search(String customer, @Nullable OrderStatus status, @Nullable Instant from) {
        return orders().search(new OrderQuery(customer, status, null, from, null, 10, null))
                .items();
    }

    private OrderDto placed(String sku, int quantity) {
        return placed(customer(), sku, quantity);
    }

    private OrderDto placed(String customer, String sku, int quantity) {
        return orders().place(order(customer, sku, quantity), freshKey("max"));
    }

    private static PlaceOrder order(String customer, String sku, int quantity) {
        return new PlaceOrder(customer, null, List.of(new RequestedLine(sku, quantity)));
    }

    private static IdempotencyKey freshKey(String caller) {
        return new IdempotencyKey(caller, UUID.randomUUID() + "&=%+#");
    }

    private String customer() {
        String number = ShopClient.fresh("OC");
        return customers()
                .register(new NewCustomer(number, null, null, "Portugal"))
                .number();
    }

    private String product(long stock) {
        String sku = ShopClient.fresh("OP");
        return catalog().add(new NewProduct(sku, "A lamp", PRICE, stock)).sku();
    }
}
