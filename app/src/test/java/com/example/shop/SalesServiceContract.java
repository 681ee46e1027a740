package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.customers.CustomerService;
import com.example.shop.customers.NewCustomer;
import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.ImportedOrder;
import com.example.shop.orders.ImportedOrder.ImportedLine;
import com.example.shop.orders.OrderService;
import com.example.shop.orders.SalesDto;
import com.example.shop.orders.SalesService;
import io.watertight.api.NotPermittedException;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What callers of {@link SalesService} rely on, wherever it runs. */
abstract class SalesServiceContract extends ServiceContract {

    private static final Money PRICE = Money.of("0.085", "GBP");
    private static final AtomicLong NEXT_HOUR = new AtomicLong();

    /** An hour in which nobody else sells anything. */
    private final Instant from =
            Instant.parse("1950-06-01T00:00:00Z").plus(Duration.ofHours(NEXT_HOUR.getAndIncrement()));

    private final Instant until = from.plus(Duration.ofHours(1));

    abstract SalesService sales();

    abstract OrderService orders();

    abstract CatalogService catalog();

    abstract CustomerService customers();

    @Test
    void addsUpWhatWasSoldBetweenTwoMoments() {
        UUID cancelled = sold(from, "Éire", 3);
        sold(from.plusSeconds(60), "Ireland", 1);
        sold(until, "Ireland", 5);
        orders().cancel(cancelled, null);

        SalesDto all = new SalesDto("Éire", 2, 2, Money.of("0.340", "GBP"), 1, Money.of("0.255", "GBP"));
        assertThat(sales().salesByCountry(from, until)).containsExactly(all);
        assertThat(sales().salesByMonth(from, until))
                .containsExactly(new SalesDto("1950-06", 2, 2, all.revenue(), 1, all.cancelledRevenue()));
        assertThat(sales().salesByMonth(null, until)).isNotEmpty();
        assertThat(sales().salesByCountry(from, null)).isNotEmpty();
    }

    @Test
    void tellsTheLatestDaysApart() {
        sold(Instant.now(), "Norway", 1);
        assertThat(sales().salesByDay(2))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.group()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> sales().salesByDay(0));
        assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> sales().salesByDay(367));
    }

    @Test
    void countsOpenOrders() {
        long before = sales().openOrders().orders();
        UUID order = sold(from, "Norway", 1);
        assertThat(sales().openOrders().orders()).isEqualTo(before + 1);
        orders().ship(order, null);
        assertThat(sales().openOrders().orders()).isEqualTo(before);
    }

    @Test
    void isForStaff() {
        actAs(Roles.CUSTOMER);
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> sales().openOrders());
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> sales().salesByCountry(null, null));
    }

    private UUID sold(Instant time, String country, int quantity) {
        String customer = ShopClient.fresh("VC");
        customers().register(new NewCustomer(customer, null, null, country));
        String sku = ShopClient.fresh("VP");
        catalog().add(new NewProduct(sku, "A nail", PRICE, quantity));
        return orders().importOrder(
                        new ImportedOrder(customer, time, null, List.of(new ImportedLine(sku, quantity, PRICE))),
                        new IdempotencyKey("max", UUID.randomUUID().toString()))
                .id();
    }
}
