package com.example.shop.catalog.internal;

import static com.example.shop.catalog.Hold.FIRM;
import static com.example.shop.catalog.Hold.UNTIL_CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.InsufficientStockException;
import com.example.shop.catalog.InsufficientStockException.Shortage;
import com.example.shop.catalog.PricesChangedException;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.ProductsDiscontinuedException;
import com.example.shop.catalog.RequestedLine;
import com.example.shop.catalog.ReservationEndedException;
import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockService;
import com.example.shop.catalog.UnknownProductsException;
import com.example.shop.kernel.Money;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.Problem.Field;
import io.watertight.testing.WholeDatabase;
import io.watertight.testing.statements.StatementCounter;
import jakarta.validation.ConstraintViolationException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogTest
class ReservationTests {

    @Autowired
    CatalogService catalog;

    @Autowired
    StockService stock;

    @Autowired
    DefaultStockService expiry;

    @Autowired
    WholeDatabase database;

    @Autowired
    StatementCounter statements;

    GivenProducts given;
    UUID order;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
        order = UUID.randomUUID();
    }

    @Test
    void holdsTheSumOfAllLinesWithTodaysNameAndPrice() {
        String sku = given.priced("0.085", 10);
        assertThat(stock.reserve(order, lines(sku, 2, sku, 3), UNTIL_CONFIRMED))
                .containsExactly(new ReservedProductDto(sku, "Product " + sku, Money.of("0.085", "GBP"), 5));
        assertThat(left(sku)).isEqualTo(5);
    }

    @Test
    void namesEveryShortProductAndHoldsNothing() {
        String enough = given.inStock(10);
        String few = given.inStock(2);
        String none = given.inStock(0);
        assertThatExceptionOfType(InsufficientStockException.class)
                .isThrownBy(() -> stock.reserve(
                        order,
                        List.of(
                                new RequestedLine(enough, 10),
                                new RequestedLine(few, 2),
                                new RequestedLine(none, 1),
                                new RequestedLine(few, 1)),
                        UNTIL_CONFIRMED))
                .satisfies(it -> {
                    assertThat(it.extensions())
                            .containsEntry("short", List.of(new Shortage(few, 3, 2), new Shortage(none, 1, 0)));
                    assertThat(it.fields())
                            .extracting(Field::name)
                            .containsExactly("lines[1].sku", "lines[2].sku", "lines[3].sku");
                });
        assertThat(left(enough)).isEqualTo(10);
        assertThatCode(() -> stock.reserve(order, lines(enough, 10), UNTIL_CONFIRMED))
                .doesNotThrowAnyException();
    }

    @Test
    void namesUnknownProductsBeforeShortOnes() {
        String few = given.inStock(1);
        assertThatExceptionOfType(UnknownProductsException.class)
                .isThrownBy(() -> stock.reserve(order, lines(few, 2, "NO-SUCH", 1), UNTIL_CONFIRMED))
                .satisfies(it -> assertThat(it.fields()).extracting(Field::name).containsExactly("lines[1].sku"));
    }

    @Test
    void refusesWhatIsNoLongerSold() {
        String sku = given.inStock(5);
        catalog.discontinue(sku);
        assertThatExceptionOfType(ProductsDiscontinuedException.class)
                .isThrownBy(() -> stock.reserve(order, lines(sku, 1), UNTIL_CONFIRMED));
    }

    @Test
    void refusesAPriceThatIsNoLongerTheCatalogs() {
        String same = given.priced("2.50", 5);
        String changed = given.priced("2.95", 5);
        List<RequestedLine> lines = List.of(
                new RequestedLine(same, 1, Money.of("2.5", "GBP")),
                new RequestedLine(changed, 1),
                new RequestedLine(changed, 1, Money.of("2.55", "GBP")),
                new RequestedLine(changed, 1, Money.of("2.95", "EUR")));
        assertThatExceptionOfType(PricesChangedException.class)
                .isThrownBy(() -> stock.reserve(order, lines, FIRM))
                .satisfies(it -> assertThat(it.fields())
                        .extracting(Field::name)
                        .containsExactly("lines[2].price", "lines[3].price"));
        assertThat(left(changed)).isEqualTo(5);
        assertThat(stock.reserve(order, lines.subList(0, 2), FIRM)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void refusesAQuantityOutOfRange(int quantity) {
        String sku = given.inStock(5);
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> stock.reserve(order, lines(sku, quantity), UNTIL_CONFIRMED));
    }

    @Test
    void answersTheSameAgainAndHoldsNothingMore() {
        String sku = given.inStock(10);
        List<ReservedProductDto> first = stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        catalog.revise(sku, new ProductRevision("Renamed", Money.of("9.99", "GBP")), ExpectedVersion.any());
        assertThat(stock.reserve(order, lines(sku, 1, sku, 3), UNTIL_CONFIRMED)).isEqualTo(first);
        assertThat(left(sku)).isEqualTo(6);
    }

    @Test
    void refusesOtherQuantitiesForTheSameOrder() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        assertThatExceptionOfType(ReservationEndedException.class)
                .isThrownBy(() -> stock.reserve(order, lines(sku, 5), UNTIL_CONFIRMED));
    }

    @Test
    void confirmsOnceAndForGood() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        stock.confirm(order);
        stock.confirm(order);
        pass(order);
        expiry.expireUnconfirmed();
        assertThat(left(sku)).isEqualTo(6);
    }

    @Test
    void holdsForGoodWhatIsReservedFirmly() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), FIRM);
        pass(order);
        expiry.expireUnconfirmed();
        assertThat(left(sku)).isEqualTo(6);
        stock.confirm(order);
        stock.consume(order);
        assertThat(left(sku)).isEqualTo(6);
    }

    @Test
    void becomesFirmWhenItIsReservedAgainFirmly() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        assertThat(stock.reserve(order, lines(sku, 4), FIRM)).hasSize(1);
        pass(order);
        expiry.expireUnconfirmed();
        assertThat(left(sku)).isEqualTo(6);
    }

    @Test
    void canBeConfirmedLateAsLongAsNoSweepHasCome() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        pass(order);
        stock.confirm(order);
        expiry.expireUnconfirmed();
        assertThat(left(sku)).isEqualTo(6);
    }

    @Test
    void givesBackWhatNobodyConfirmed() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        pass(order);
        expiry.expireUnconfirmed();
        expiry.expireUnconfirmed();
        assertThat(left(sku)).isEqualTo(10);
        assertThatExceptionOfType(ReservationEndedException.class)
                .isThrownBy(() -> stock.confirm(order))
                .withMessageContaining("has expired");
        assertThatExceptionOfType(ReservationEndedException.class)
                .isThrownBy(() -> stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED));
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> stock.consume(order));
        stock.release(List.of(order));
        assertThat(left(sku)).isEqualTo(10);
    }

    @Test
    void waitsForItsConfirmationAsLongAsTheSettingSays() {
        stock.reserve(order, lines(given.inStock(10), 4), UNTIL_CONFIRMED);
        assertThat(database.sql("select expires_at from catalog.reservation where order_id = :orderId")
                        .param("orderId", order)
                        .query(OffsetDateTime.class)
                        .single())
                .isCloseTo(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(20), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void releasesManyOrdersAtOnceAndEachOnlyOnce() {
        String sku = given.inStock(10);
        UUID other = UUID.randomUUID();
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        stock.reserve(other, lines(sku, 5), UNTIL_CONFIRMED);
        stock.confirm(other);
        stock.release(List.of(order, other, UUID.randomUUID()));
        stock.release(List.of(order, other));
        assertThat(left(sku)).isEqualTo(10);
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> stock.confirm(order));
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> stock.consume(other));
    }

    @Test
    void takesConsumedGoodsOutOfStockOnce() {
        String sku = given.inStock(10);
        stock.reserve(order, lines(sku, 4), UNTIL_CONFIRMED);
        assertThatExceptionOfType(ReservationEndedException.class)
                .isThrownBy(() -> stock.consume(order))
                .withMessageContaining("was not confirmed");
        stock.confirm(order);
        stock.consume(order);
        stock.consume(order);
        stock.confirm(order);
        stock.release(List.of(order));
        assertThat(left(sku)).isEqualTo(6);
        assertThat(database.sql("select on_hand - reserved * 1000 from catalog.stock where sku = :sku")
                        .param("sku", sku)
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void doesNotKnowAnOrderThatNeverReserved() {
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> stock.confirm(order));
        assertThatExceptionOfType(ReservationEndedException.class).isThrownBy(() -> stock.consume(order));
        assertThatCode(() -> stock.release(List.of(order))).doesNotThrowAnyException();
        assertThatCode(() -> stock.release(List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void movesAnyNumberOfLinesInOneStatementAndAnEntryInTheAuditTrail(int products) {
        List<RequestedLine> lines = given.inStock(products, 3).stream()
                .map(it -> new RequestedLine(it, 2))
                .toList();
        assertThat(statements.during(() -> stock.reserve(order, lines, UNTIL_CONFIRMED)))
                .hasCount(2);
        assertThat(statements.during(() -> stock.confirm(order))).hasCount(2);
        assertThat(statements.during(() -> stock.consume(order))).hasCount(2);
        UUID other = UUID.randomUUID();
        stock.reserve(
                other, lines.stream().map(it -> new RequestedLine(it.sku(), 1)).toList(), UNTIL_CONFIRMED);
        assertThat(statements.during(() -> stock.release(List.of(order, other))))
                .hasCount(2);
    }

    @Test
    void forgetsTheLinesOfAnEndedReservationAtOnceAndTheReservationAfterThirtyDays() {
        String sku = given.inStock(10);
        UUID shipped = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        stock.reserve(order, lines(sku, 1), FIRM);
        stock.reserve(shipped, lines(sku, 1), FIRM);
        stock.reserve(open, lines(sku, 1), FIRM);
        stock.release(List.of(order));
        stock.consume(shipped);
        assertThat(rows("reserved_product", order) + rows("reserved_product", shipped))
                .isZero();
        assertThat(rows("reserved_product", open)).isOne();

        ended(order, 31);
        ended(shipped, 29);
        expiry.forgetEnded();
        assertThat(rows("reservation", order)).isZero();
        stock.release(List.of(order));
        stock.consume(shipped);
        stock.consume(open);
        assertThat(left(sku)).isEqualTo(8);
    }

    private long rows(String table, UUID orderId) {
        return database.sql("select count(*) from catalog.%s where order_id = :orderId".formatted(table))
                .param("orderId", orderId)
                .query(Long.class)
                .single();
    }

    private void ended(UUID orderId, int daysAgo) {
        database.sql("update catalog.reservation set ended_at = now() - make_interval(days => :days)"
                        + " where order_id = :orderId")
                .param("days", daysAgo)
                .param("orderId", orderId)
                .update();
    }

    private long left(String sku) {
        return catalog.product(sku).stock();
    }

    private void pass(UUID orderId) {
        database.sql("update catalog.reservation set expires_at = now() - interval '1 second' where order_id ="
                        + " :orderId")
                .param("orderId", orderId)
                .update();
    }

    private static List<RequestedLine> lines(String sku, int quantity) {
        return List.of(new RequestedLine(sku, quantity));
    }

    private static List<RequestedLine> lines(String sku, int quantity, String otherSku, int otherQuantity) {
        return List.of(new RequestedLine(sku, quantity), new RequestedLine(otherSku, otherQuantity));
    }
}
