package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductExistsException;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.StockCorrectionDto;
import com.example.shop.catalog.StockReservedException;
import com.example.shop.catalog.UnknownProductException;
import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.NotPermittedException;
import io.watertight.api.PageDto;
import io.watertight.api.Problem.Field;
import io.watertight.api.StaleVersionException;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What callers of {@link CatalogService} rely on, wherever it runs. */
abstract class CatalogServiceContract extends ServiceContract {

    private static final Money PRICE = Money.of("2.555", "GBP");

    abstract CatalogService catalog();

    @Test
    void keepsEachDigitOfAPrice() {
        String sku = added(3).sku();
        assertThat(catalog().product(sku)).isEqualTo(new ProductDto(sku, "A lamp", PRICE, 3, false, 0));
        assertThat(catalog().priceHistory(sku)).extracting(PriceDto::price).containsExactly(PRICE);
    }

    @Test
    void answersForASetOfProductsAndLeavesOutUnknownOnes() {
        ProductDto one = added(1);
        ProductDto other = added(1);
        assertThat(catalog().products(Set.of(other.sku(), "unknown", one.sku())))
                .containsExactly(one, other);
        assertThat(catalog().products(Set.of())).isEmpty();
    }

    @Test
    void listsInPages() {
        ProductDto one = added(1);
        ProductDto other = added(1);
        ProductQuery query = new ProductQuery("lamp", null, false, 1, null);
        assertThat(PageDto.walk(next -> catalog().search(query.page(500, next))))
                .contains(one, other);
        PageDto<ProductDto> first = catalog().search(query);
        assertThat(first.items()).hasSize(1);
        assertThat(first.next()).isNotNull();
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> catalog().search(query.page(1, "invented")));
    }

    @Test
    void revisesTheVersionThatTheCallerHasSeen() {
        String sku = added(1).sku();
        ProductRevision revision = new ProductRevision("A lantern", PRICE);
        assertThat(catalog().revise(sku, revision, ExpectedVersion.of(0)).version())
                .isEqualTo(1);
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> catalog().revise(sku, new ProductRevision("B", PRICE), ExpectedVersion.of(0)));
        assertThat(catalog()
                        .revise(sku, new ProductRevision("C", PRICE), ExpectedVersion.any())
                        .name())
                .isEqualTo("C");
    }

    @Test
    void endsASaleOnceAndForAll() {
        String sku = added(1).sku();
        assertThat(catalog().discontinue(sku).discontinued()).isTrue();
        assertThat(catalog().discontinue(sku).discontinued()).isTrue();
    }

    @Test
    void correctsTheStockOnceForOneKey() {
        String sku = added(1).sku();
        StockChange delivery = new StockChange(4, "delivery 4711");
        UUID key = UUID.randomUUID();
        StockCorrectionDto first = catalog().correctStock(sku, delivery, key);
        assertThat(first.stock()).isEqualTo(5);
        assertThat(catalog().correctStock(sku, delivery, key).repeated()).isTrue();
        assertThat(catalog().correctStock(sku, delivery, null).stock()).isEqualTo(9);
        assertThat(catalog().stockCorrections(sku)).hasSize(2).contains(first);
        assertThatExceptionOfType(StockReservedException.class)
                .isThrownBy(() -> catalog().correctStock(sku, new StockChange(-10, "stocktaking"), null));
    }

    @Test
    void namesTheProductThatDoesNotExistWhateverItIsCalled() {
        for (String sku : List.of("none", "a/b?c=d&e", "100 %", "ü+#", "")) {
            assertThatExceptionOfType(UnknownProductException.class)
                    .isThrownBy(() -> catalog().product(sku))
                    .withMessage(new UnknownProductException(sku).getMessage());
        }
    }

    @Test
    void refusesASkuThatIsTaken() {
        String sku = added(1).sku();
        assertThatExceptionOfType(ProductExistsException.class)
                .isThrownBy(() -> catalog().add(new NewProduct(sku, "A lamp", PRICE, 1)))
                .satisfies(it -> {
                    assertThat(it.fields()).containsExactly(new Field("sku", "is taken"));
                    assertThat(it.extensions()).containsEntry("existing", URI.create("/api/products/" + sku));
                });
    }

    @Test
    void refusesACommandThatBreaksItsConstraints() {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> catalog().add(new NewProduct(" ", "", PRICE, -1)))
                .satisfies(it -> assertThat(it.getConstraintViolations())
                        .extracting(violation -> violation.getPropertyPath().toString())
                        .containsExactlyInAnyOrder("add.product.sku", "add.product.name", "add.product.stock"));
    }

    @Test
    void leavesChangesToStaff() {
        actAs(Roles.CUSTOMER);
        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> catalog().add(new NewProduct("X-1", "A lamp", PRICE, 1)));
    }

    private ProductDto added(long stock) {
        return catalog().add(new NewProduct(ShopClient.fresh("CC"), "A lamp", PRICE, stock));
    }
}
