package io.watertight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.api.Problem.Field;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class FormTests {

    private final MockMvcTester mvc = MockMvcTester.of(
            List.of(new Offers()),
            it -> it.setControllerAdvice(new CompleteRecords())
                    .setCustomArgumentResolvers(new FormResolver(
                            Validation.buildDefaultValidatorFactory().getValidator()))
                    .build());

    @Test
    void areReadIntoRecordsWhereAValueOfWhichNothingIsGivenIsAbsent() {
        assertThat(mvc.post()
                        .uri("/offers")
                        .params(fields("Lamp", "2.50", "GBP", "3"))
                        .param("deposit.amount", "")
                        .param("deposit.currency", " "))
                .hasStatusOk()
                .bodyText()
                .contains("Lamp", "2.50", "deposit=null", "weight=3");
    }

    @Test
    void reportEverythingThatIsWrongAtOnce() {
        assertThat(errorsIn(fields(" ", "2.123456", "GBP", "heavy")))
                .containsExactly(
                        "name is required",
                        "price must have at most 4 decimals",
                        "weight is not a whole number in range");
        assertThat(errorsIn(fields("", "cheap", "", "")))
                .containsExactly(
                        "name is required",
                        "price.amount is not a decimal number",
                        "price.currency is required",
                        "weight is required");
        assertThat(errorsIn(fields("", "2", "", "1")))
                .containsExactly("name is required", "price.currency is required");
        assertThat(errorsIn(fields("", "", "", "1"))).containsExactly("name is required", "price is required");
    }

    @Test
    void mayHaveListsWhoseRowsAreNumbered() {
        assertThat(mvc.post()
                        .uri("/offers")
                        .params(fields("Lamp", "2.50", "GBP", "3"))
                        .param("notes[1].text", "fragile"))
                .hasStatusOk()
                .bodyText()
                .contains("notes=[null, Note[text=fragile]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes[256].text", "notes[9999999999].text", "notes[x].text"})
    void areRefusedIfARowHasANumberThatNoRowCanHave(String field) {
        assertThat(mvc.post()
                        .uri("/offers")
                        .params(fields("Lamp", "2.50", "GBP", "3"))
                        .param(field, "1"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    private List<String> errorsIn(MultiValueMap<String, String> fields) {
        return switch (mvc.post()
                .uri("/offers")
                .params(fields)
                .exchange()
                .getMvcResult()
                .getResolvedException()) {
            case MethodArgumentNotValidException e ->
                Violations.fieldsOf(e).stream().map(FormTests::inWords).toList();
            case null, default -> List.of();
        };
    }

    private static String inWords(Field field) {
        return field.name() + " " + field.message();
    }

    private static MultiValueMap<String, String> fields(String name, String amount, String currency, String weight) {
        return MultiValueMap.fromSingleValue(
                Map.of("name", name, "price.amount", amount, "price.currency", currency, "weight", weight));
    }

    private record Offer(
            @NotBlank String name,
            @NotNull Price price,
            @Nullable Price deposit,
            @Nullable List<@Nullable Note> notes,
            long weight) {}

    private record Note(String text) {}

    private record Price(BigDecimal amount, Currency currency) {

        private static final int MAX_DECIMALS = 4;

        Price {
            Objects.requireNonNull(currency, "currency");
            if (amount.scale() > MAX_DECIMALS) {
                throw new IllegalArgumentException("must have at most " + MAX_DECIMALS + " decimals");
            }
        }
    }

    @RestController
    static class Offers {

        @PostMapping("/offers")
        String add(@Valid Offer offer) {
            return offer.toString();
        }
    }
}
