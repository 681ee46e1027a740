package io.watertight.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageDtoTests {

    @Test
    void hasANextPageWhenOneMoreRowCameThanItHolds() {
        PageDto<String> page = PageDto.of(List.of("a", "b", "c"), 2, PageDtoTests::after);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo(after("b").encode());
    }

    @Test
    void isTheLastPageWhenNoMoreRowsCameThanItHolds() {
        assertThat(PageDto.of(List.of("a", "b"), 2, PageDtoTests::after))
                .isEqualTo(new PageDto<>(List.of("a", "b"), null));
        assertThat(PageDto.of(List.<String>of(), 2, PageDtoTests::after)).isEqualTo(new PageDto<>(List.of(), null));
    }

    @Test
    void refusesMoreRowsThanItsReaderAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageDto.of(List.of("a", "b", "c"), 1, PageDtoTests::after));
        assertThatIllegalArgumentException().isThrownBy(() -> PageDto.of(List.of("a"), 0, PageDtoTests::after));
    }

    @Test
    void keepsItsNextPageWhenItsItemsAreMapped() {
        assertThat(new PageDto<>(List.of("a", "bb"), "next").map(String::length))
                .isEqualTo(new PageDto<>(List.of(1, 2), "next"));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<String> rows = new ArrayList<>(List.of("a", "b"));
        PageDto<String> page = new PageDto<>(rows, null);
        rows.clear();

        assertThat(page.items()).containsExactly("a", "b");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> page.items().clear());
    }

    private static Cursor after(String row) {
        return new Cursor("letters", List.of(row));
    }
}
