package io.watertight.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.proof.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@PlatformTest
class ProblemPagesTests {

    @Autowired
    RestTestClient http;

    @Test
    void showAProblemToSomebodyWithABrowser() {
        http.get()
                .uri("/faults/refused/CONFLICT")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(it -> assertThat(it)
                        .contains("The shelf is full.", "lines[3].sku", "<main id=\"main\"")
                        .doesNotContain("shelf-is-full"));
    }

    /** Whoever has lost the server's answer in the middle of a command does not know. */
    @ParameterizedTest
    @CsvSource({"CONFLICT, true", "UNAVAILABLE, false"})
    void sayThatNothingWasChangedIfThatIsCertain(String kind, boolean certain) {
        http.post()
                .uri("/faults/refused/{kind}", kind)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .value(it -> assertThat(it.contains("Nothing was changed")).isEqualTo(certain));
    }

    @Test
    void sayThatThereIsNoPageWhereAVariableOfItsAddressNamesNothing() {
        http.get()
                .uri("/parcels/numbered/seven")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("There is nothing at this address."));
        http.get().uri("/parcels/numbered/seven").exchange().expectStatus().isBadRequest();
    }

    /** It is written after its handler has returned. */
    @Test
    void leaveWhatIsStreamedToSomebodyWithABrowserAsItIs() {
        http.get()
                .uri("/faults/late-stream?works=true")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(it -> assertThat(it).hasLineCount(50_000));
    }

    @Test
    void sayWhyNothingCouldBeStreamed() {
        http.get()
                .uri("/faults/late-stream?works=false")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("internal").doesNotContain("secret"));
    }

    @Test
    void showWhatNoHandlerAnswers() {
        http.get()
                .uri("/faults/sent")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("<main id=\"main\""));
    }

    @Test
    void leaveAProblemToAProgramAsItIs() {
        http.get()
                .uri("/faults/refused/CONFLICT")
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
