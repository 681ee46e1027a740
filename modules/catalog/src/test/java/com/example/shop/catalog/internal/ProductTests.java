package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.PriceDto;
import com.example.shop.catalog.ProductDiscontinued;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductExistsException;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.catalog.ProductRevision;
import com.example.shop.catalog.StockChange;
import com.example.shop.catalog.UnknownProductException;
import com.example.shop.kernel.Money;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.InvalidCursorException;
import io.watertight.api.PageDto;
import io.watertight.api.StaleVersionException;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

@CatalogTest
class ProductTests {

    private static final Money PRICE = Money.of("2.550", "GBP");

    @Autowired
    CatalogService catalog;

    GivenProducts given;

    @BeforeEach
    void given() {
        given = new GivenProducts(catalog);
    }

    @Test
    void keepsTheDigitsOfAPrice() {
        String sku = GivenProducts.freshSku();
        catalog.add(new NewProduct(sku, "Lantern", PRICE, 3));
        assertThat(catalog.product(sku)).isEqualTo(new ProductDto(sku, "Lantern", PRICE, 3, false, 0));
    }

    @Test
    void takesASkuOnceAndPointsAtItsProduct() {
        String sku = given.inStock(1);
        assertThatExceptionOfType(ProductExistsException.class)
                .isThrownBy(() -> catalog.add(new NewProduct(sku, "Other", PRICE, 1)))
                .satisfies(it ->
                        assertThat(it.extensions()).containsEntry("existing", URI.create("/api/products/" + sku)));
    }

    @Test
    void tellsSkusApartByCase() {
        String sku = GivenProducts.freshSku();
        catalog.add(new NewProduct(sku, "Upper", PRICE, 1));
        catalog.add(new NewProduct(sku.toLowerCase(Locale.ROOT), "Lower", PRICE, 1));
        assertThat(catalog.product(sku).name()).isEqualTo("Upper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A/B", "A\u0000", "Ä", "..", "12345678901234567890123456789012345678901"})
    void refusesASkuThatNoAddressCarries(String sku) {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> catalog.add(new NewProduct(sku, "Lantern", PRICE, 1)));
    }

    @Test
    void refusesANegativePriceAndNamesIt() {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() ->
                        catalog.add(new NewProduct(GivenProducts.freshSku(), "Lantern", Money.of("-0.01", "GBP"), 1)))
                .withMessageContaining("price");
    }

    @Test
    void takesAProductThatCostsNothing() {
        NewProduct sample = new NewProduct(GivenProducts.freshSku(), "Sample", Money.of("0.00", "GBP"), 1);
        assertThat(catalog.add(sample).price()).isEqualTo(Money.of("0.00", "GBP"));
    }

    @Test
    void remembersEveryPriceTheLatestFirst() {
        String sku = given.priced("1.00", 1);
        catalog.revise(sku, new ProductRevision("Renamed", Money.of("1.00", "GBP")), ExpectedVersion.of(0));
        catalog.revise(sku, new ProductRevision("Renamed", Money.of("1.10", "GBP")), ExpectedVersion.of(1));
        assertThat(catalog.priceHistory(sku))
                .extracting(PriceDto::price)
                .containsExactly(Money.of("1.10", "GBP"), Money.of("1.00", "GBP"));
    }

    @Test
    void keepsTheDigitsOfAPriceThatIsWorthTheSame() {
        String sku = given.priced("2.50", 1);
        ProductDto before = catalog.product(sku);
        ProductRevision same = new ProductRevision(before.name(), Money.of("2.5", "GBP"));
        assertThat(catalog.revise(sku, same, ExpectedVersion.of(0))).isEqualTo(before);
        assertThat(before.price()).isEqualTo(Money.of("2.50", "GBP"));
    }

    @Test
    void refusesARevisionOfWhatTheCallerHasNotSeen() {
        String sku = given.inStock(1);
        catalog.revise(sku, new ProductRevision("First", PRICE), ExpectedVersion.of(0));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> catalog.revise(sku, new ProductRevision("Second", PRICE), ExpectedVersion.of(0)));
        assertThat(catalog.product(sku).name()).isEqualTo("First");
    }

    @Test
    void announcesTheEndOfASaleOnce(AssertablePublishedEvents events) {
        String sku = given.inStock(1);
        catalog.discontinue(sku);
        catalog.discontinue(sku);
        assertThat(catalog.product(sku).discontinued()).isTrue();
        assertThat(events.ofType(ProductDiscontinued.class).matching(ProductDiscontinued::sku, sku::equals))
                .hasSize(1);
    }

    @Test
    void doesNotKnowWhatNobodyAdded() {
        assertThatExceptionOfType(UnknownProductException.class).isThrownBy(() -> catalog.product("NO-SUCH"));
        assertThatExceptionOfType(UnknownProductException.class).isThrownBy(() -> catalog.priceHistory("NO-SUCH"));
        assertThatExceptionOfType(UnknownProductException.class).isThrownBy(() -> catalog.discontinue("NO-SUCH"));
        assertThatExceptionOfType(UnknownProductException.class)
                .isThrownBy(() -> catalog.correctStock("NO-SUCH", new StockChange(1, "delivery"), null));
    }

    @Test
    void answersASetOfSkusInTheirOrder() {
        List<String> skus = given.inStock(3, 1);
        assertThat(catalog.products(Set.of(skus.get(2), skus.get(0), "NO-SUCH")))
                .extracting(ProductDto::sku)
                .containsExactly(skus.get(0), skus.get(2));
    }

    @Test
    void findsWordsByTheirBeginningsWhateverTheirCase() {
        String sku = GivenProducts.freshSku();
        catalog.add(new NewProduct(sku, "WHITE HANGING HEART T-LIGHT HOLDER zyx" + sku, PRICE, 1));
        assertThat(found("hang whi zyx")).contains(sku);
        assertThat(found("light zyx")).contains(sku);
        assertThat(found(sku)).contains(sku);
        assertThat(found("anging zyx")).doesNotContain(sku);
        assertThat(found("heart' | ! & :* zyx")).contains(sku);
    }

    @Test
    void filtersByStockAndSale() {
        String sold = given.inStock(0);
        String ended = given.inStock(1);
        catalog.discontinue(ended);
        assertThat(filtered(false, null)).contains(sold, ended);
        assertThat(filtered(true, null)).doesNotContain(sold, ended);
        assertThat(filtered(null, true)).contains(ended).doesNotContain(sold);
    }

    @Test
    void walksPagesByKeyAlthoughProductsComeMeanwhile() {
        given.inStock(7, 1);
        List<String> walked = new ArrayList<>();
        ProductQuery query = new ProductQuery(null, null, null, 3, null);
        PageDto<ProductDto> page = catalog.search(query);
        walked.addAll(skusOf(page));
        given.inStock(2, 1);
        while (page.next() != null) {
            page = catalog.search(query.page(query.limit(), page.next()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            walked.addAll(skusOf(page));
        }
        assertThat(walked).doesNotHaveDuplicates().isSorted().hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void refusesACursorOfAnotherList() {
        given.inStock(2, 1);
        String next =
                catalog.search(new ProductQuery(null, null, null, 1, null)).next();
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> catalog.search(new ProductQuery("product", null, null, 1, next)));
    }

    private List<String> found(String words) {
        return skusOf(catalog.search(new ProductQuery(words, null, null, 500, null)));
    }

    private List<String> filtered(@Nullable Boolean inStock, @Nullable Boolean discontinued) {
        return skusOf(catalog.search(new ProductQuery(null, inStock, discontinued, 500, null)));
    }

    private static List<String> skusOf(PageDto<ProductDto> page) {
        return page.items().stream().map(ProductDto::sku).toList();
    }
}
