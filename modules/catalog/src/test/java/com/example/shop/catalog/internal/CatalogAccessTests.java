package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.kernel.Money;
import com.example.shop.kernel.Roles;
import io.watertight.api.Actor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.NotPermittedException;
import io.watertight.testing.ActingAs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The services decide by themselves who may change the catalog, however they are reached. */
@CatalogTest
class CatalogAccessTests {

    private static final Money PRICE = Money.of("1.00", "GBP");

    @Autowired
    CatalogService catalog;

    @Autowired
    ProductImport imports;

    @Autowired
    ActingAs actors;

    String sku = "";

    @BeforeEach
    void given() {
        sku = new GivenProducts(catalog).inStock(5);
    }

    static Stream<Actor> strangers() {
        return Stream.of(
                Actor.anonymous(),
                new Actor("ada", Set.of(Roles.CUSTOMER), Map.of(Roles.CUSTOMER_NUMBER, "12356")),
                new Actor("bot", Set.of("reporting"), Map.of()));
    }

    static Stream<Actor> staff() {
        return Stream.of(
                new Actor("clerk", Set.of(Roles.CLERK), Map.of()), new Actor("admin", Set.of(Roles.ADMIN), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refusesEveryChangeToOthersThanStaff(Actor stranger) {
        String fresh = GivenProducts.freshSku();
        actors.as(stranger, () -> {
            assertRefused(() -> catalog.add(new NewProduct(fresh, "Lantern", PRICE, 1)));
            assertRefused(() -> catalog.revise(sku, new ProductRevision("Lamp", PRICE), ExpectedVersion.any()));
            assertRefused(() -> catalog.discontinue(sku));
            assertRefused(() -> catalog.correctStock(sku, new StockChange(1, "delivery"), null));
            assertRefused(() -> catalog.stockCorrections(sku));
            assertRefused(() -> imports.read(sheet(fresh)));
        });
        assertThat(catalog.product(sku).version()).isZero();
        assertThat(catalog.product(sku).stock()).isEqualTo(5);
        assertThat(catalog.products(Set.of(fresh))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void showsProductsToEverybody(Actor stranger) {
        actors.as(stranger, () -> {
            assertThat(catalog.product(sku).sku()).isEqualTo(sku);
            assertThat(catalog.products(Set.of(sku))).hasSize(1);
            assertThat(catalog.priceHistory(sku)).hasSize(1);
            assertThat(catalog.search(new ProductQuery(null, null, null, 1, null))
                            .items())
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("staff")
    void letsStaffChangeTheCatalog(Actor clerk) {
        actors.as(clerk, () -> {
            catalog.revise(sku, new ProductRevision("Lamp", PRICE), ExpectedVersion.of(0));
            catalog.correctStock(sku, new StockChange(1, "delivery"), null);
            assertThat(catalog.stockCorrections(sku)).hasSize(1);
            catalog.discontinue(sku);
        });
        assertThat(catalog.product(sku).discontinued()).isTrue();
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatExceptionOfType(NotPermittedException.class).isThrownBy(change);
    }

    private static ByteArrayInputStream sheet(String sku) {
        return new ByteArrayInputStream(
                "sku,name,price,stock\n%s,Lantern,1,1\n".formatted(sku).getBytes(StandardCharsets.UTF_8));
    }
}
