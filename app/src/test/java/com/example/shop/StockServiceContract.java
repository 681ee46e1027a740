package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.Hold;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PricesChangedException;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.catalog.UnknownProductsException;
import com.example.shop.kernel.Money;
import io.watertight.api.Problem.Field;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What callers of {@link StockService} rely on, wherever it runs. */
abstract class StockServiceContract extends ServiceContract {

    private static final Money PRICE = Money.of("0.085", "GBP");

    private final UUID order = UUID.randomUUID();

    abstract CatalogService catalog();

    abstract StockService stock();

    @Test
    void reservesTheSumOfAllLinesAndAnswersARepetitionAsBefore() {
        String sku = product(10);
        List<ReservedProductDto> held = List.of(new ReservedProductDto(sku, "A nail", PRICE, 5));
        assertThat(reserve(sku, 2, sku, 3)).isEqualTo(held);
        assertThat(reserve(sku, 2, sku, 3)).isEqualTo(held);
        assertThat(left(sku)).isEqualTo(5);
    }

    @Test
    void namesEveryProductThatIsShort() {
        String few = product(2);
        String none = product(0);
        assertThatExceptionOfType(InsufficientStockException.class)
                .isThrownBy(() -> reserve(few, 3, none, 1))
                .satisfies(it -> {
                    assertThat(it.extensions())
                            .containsEntry("short", List.of(new Shortage(few, 3, 2), new Shortage(none, 1, 0)));
                    assertThat(it.fields()).extracting(Field::name).containsExactly("lines[0].sku", "lines[1].sku");
                });
    }

    @Test
    void namesTheLinesWithProductsThatAreNotSold() {
        String gone = product(1);
        catalog().discontinue(gone);
        assertThatExceptionOfType(ProductsDiscontinuedException.class)
                .isThrownBy(() -> reserve(product(1), 1, gone, 1))
                .satisfies(it -> assertThat(it.fields()).extracting(Field::name).containsExactly("lines[1].sku"));
        assertThatExceptionOfType(UnknownProductsException.class)
                .isThrownBy(() -> reserve("unknown", 1, product(1), 1))
                .satisfies(it -> assertThat(it.fields()).extracting(Field::name).containsExactly("lines[0].sku"));
    }

    @Test
    void namesTheLinesWhosePriceIsNoLongerCurrent() {
        String sku = product(2);
        List<RequestedLine> lines =
                List.of(new RequestedLine(sku, 1, PRICE), new RequestedLine(sku, 1, Money.of("99.99", "GBP")));
        assertThatExceptionOfType(PricesChangedException.class)
                .isThrownBy(() -> stock().reserve(order, lines, Hold.UNTIL_CONFIRMED))
                .satisfies(it -> assertThat(it.fields()).extracting(Field::name).containsExactly("lines[1].price"));
        assertThat(stock().reserve(order, lines.subList(0, 1), Hold.UNTIL_CONFIRMED))
                .hasSize(1);
    }

    @Test
    void confirmsAndConsumesMoreThanOnceWithoutFurtherEffect() {
        String sku = product(3);
        stock().reserve(order, List.of(new RequestedLine(sku, 1)), Hold.UNTIL_CONFIRMED);
        stock().confirm(order);
        stock().confirm(order);
        stock().consume(order);
        stock().consume(order);
        stock().release(List.of(order));
        assertThat(left(sku)).isEqualTo(2);
    }

    @Test
    void givesBackWhatAnOrderHoldsAndRefusesToConfirmItAfterwards() {
        String sku = product(3);
        stock().reserve(order, List.of(new RequestedLine(sku, 2)), Hold.UNTIL_CONFIRMED);
        stock().release(List.of(order, UUID.randomUUID()));
        stock().release(List.of(order));
        assertThat(left(sku)).isEqualTo(3);
        assertThatExceptionOfType(ReservationEndedException.class)
                .isThrownBy(() -> stock().confirm(order))
                .withMessageContaining(order.toString());
    }

    @Test
    void refusesAReservationThatArrivesAfterItsOrderWasGivenUp() {
        String sku = product(3);
        stock().release(List.of(order, order));
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> reserve(sku, 1, sku, 1));
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> stock().confirm(order));
        assertThat(left(sku)).isEqualTo(3);
    }

    @Test
    void refusesARequestThatBreaksItsConstraints() {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> stock().reserve(order, List.of(new RequestedLine("a", 0)), Hold.FIRM));
    }

    private List<ReservedProductDto> reserve(String one, int quantity, String other, int otherQuantity) {
        return stock().reserve(
                        order,
                        List.of(new RequestedLine(one, quantity), new RequestedLine(other, otherQuantity)),
                        Hold.FIRM);
    }

    private String product(long units) {
        return catalog()
                .add(new NewProduct(ShopClient.fresh("SC"), "A nail", PRICE, units))
                .sku();
    }

    private long left(String sku) {
        return catalog().product(sku).stock();
    }
}
