package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AnswerTests {

    @Test
    void keepsEveryDigitOfMoneyAndIgnoresWhatTheShopAdds() {
        Answer answer = new Answer(201, """
                {"id":"o-1","status":"PLACED","lines":[{"sku":"A","quantity":1}],"total":{"amount":"139.120","currency":"GBP"}}
                """);

        assertThat(answer.as(ShopJson.Order.class).total().amount()).isEqualTo(new BigDecimal("139.120"));
    }

    @Test
    void refusesABodyThatLacksAPart() {
        assertThatThrownBy(() -> new Answer(201, "{\"id\":\"o-1\"}").as(ShopJson.Order.class))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("HTTP 201 with an unexpected body");
        assertThatThrownBy(() -> new Answer(200, "<html>").as(ShopJson.ProductPage.class))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new Answer(200, "{\"sku\":\"A\"}").as(ShopJson.Product.class))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void countsProblemsByStatusAndTitle() {
        RefusedException problem =
                new Answer(409, "{\"title\":\"Insufficient stock\",\"detail\":\"A is short\"}").refused();

        assertThat(problem.kind()).isEqualTo("HTTP 409 Insufficient stock");
        assertThat(problem.detail()).isEqualTo("A is short");
        assertThat(new Answer(502, "<html>").refused().kind()).isEqualTo("HTTP 502");
    }
}
