package com.example.shop.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.catalog.CatalogService;
import com.example.shop.catalog.CatalogTest;
import com.example.shop.catalog.GivenProducts;
import com.example.shop.catalog.NewProduct;
import com.example.shop.catalog.ProductDto;
import com.example.shop.catalog.ProductQuery;
import com.example.shop.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is typed is folded in Java, what is searched by the database: this compares the two. */
@CatalogTest
class ProductSearchTests {

    @Autowired
    CatalogService catalog;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Smørrebrød Æble           | smorrebrod
            Smørrebrød Æble           | ÆBLE
            Crème brûlée              | creme BRULEE
            Cre\u0300me             | crème
            IŞIK Lamba                | ışık
            IŞIK Lamba                | isik
            İstanbul                  | istanbul
            Straßenlaterne            | STRASSEN
            ΟΔΟΣ λάμπα                | οδος
            Ёлка ЖЁЛТАЯ               | елка жёл
            “Lamp”—set·one            | lamp set one
            don’t panic               | don't
            白いランタン大            | ランタン
            白いランタン大            | 白
            ﾗﾝﾀﾝ                      | ランタン
            東京タワー                | 京タ
            무선 마우스               | 마우
            مِصْبَاح أبيض             | مصباح ابيض
            हिन्दी किताब              | हिन्दी
            हिन्दी किताब              | कि
            โคมไฟสีขาว                | ไฟ
            שָׁלוֹם                   | שלום
            Ｌａｍｐ　２              | lamp 2
            ﬁne lamp                  | fine
            Lamp №5                   | no5
            x-ray 85123A              | 85123a
            x-ray 85123A              | x
            """)
    void findsWhatAPersonWhoReadsTheNameWouldType(String name, String words) {
        String sku = named(name);
        assertThat(found(words)).contains(sku);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            漢字辞典       | 字漢
            Lantern        | antern
            Lantern        | %
            Lantern        | L_ntern
            Lantern        | l*n
            Lantern        | !
            が             | か
            """)
    void findsNothingElse(String name, String words) {
        String sku = named(name);
        assertThat(found(words)).doesNotContain(sku);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u00a0"})
    void findsAllWhereNothingWasTyped(@Nullable String words) {
        named("Lantern");
        assertThat(catalog.search(new ProductQuery(words, null, null, 500, null))
                        .items())
                .isEqualTo(catalog.search(new ProductQuery(null, null, null, 500, null))
                        .items())
                .isNotEmpty();
    }

    private String named(String name) {
        return catalog.add(new NewProduct(GivenProducts.freshSku(), name, Money.of("1", "GBP"), 1))
                .sku();
    }

    private List<String> found(String words) {
        return catalog.search(new ProductQuery(words, null, null, 500, null)).items().stream()
                .map(ProductDto::sku)
                .toList();
    }
}
