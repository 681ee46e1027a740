package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.customers.CustomerService;
import com.example.shop.customers.CustomersTest;
import com.example.shop.customers.NewCustomer;
import io.watertight.testing.statements.StatementCounter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@CustomersTest
class CustomerApiTests {

    @Autowired
    RestTestClient http;

    @Autowired
    CustomerService customers;

    @Autowired
    StatementCounter statements;

    @Test
    void registersACustomerAndSaysWhereTheyAre() {
        String number = freshNumber();
        post("/api/customers", """
                {"number":"%s","country":"United Kingdom"}""".formatted(number))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/customers/" + number)
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"0\"")
                .expectBody()
                .json("""
                        {"number":"%s","name":null,"email":null,"country":"United Kingdom","active":true,"version":0}""".formatted(number));
        post("/api/customers", """
                {"number":"%s","country":"United Kingdom"}""".formatted(number))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.existing")
                .isEqualTo("/api/customers/" + number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"country":"France"}                                     | number
            {"number":"1"}                                           | country
            {"number":"1","country":""}                              | country
            {"number":"1","country":"France","email":"nowhere"}      | email
            {"number":"1","country":"France","name":""}              | name
            {"number":"1","country":"France","vip":true}             | vip
            {"number":"1","country":["France"]}                      | country
            {"number":"1","country":"France","email":"a\\u2028b@example.com"} | email
            {"number":"1","country":"France","email":"a\\u0085b@example.com"} | email
            {"number":"1","country":"France","email":"a\\u3164b@example.com"} | email
            {"number":"1","country":"France","name":"a\\u2029b"}     | name
            {"number":"1","country":"France","name":"a\\u0007b"}     | name
            {"number":"1","country":"France","name":"a\\u3164b"}     | name
            {"number":"1","country":"France","name":"\\u200d"}       | name
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        post("/api/customers", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void changesACustomerAndTheirAddressesOnlyForWhoHasSeenTheLatestVersion() {
        String path = "/api/customers/" + registered();
        put(path, "\"0\"", "{\"country\":\"Spain\"}").expectStatus().isOk();
        put(path, "\"0\"", "{\"country\":\"Italy\"}").expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        String addresses = """
                [{"label":"home","street":"Main Street 1","city":"Dublin","country":"EIRE"}]""";
        put(path + "/addresses", "\"0\"", addresses).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        put(path + "/addresses", "\"1\"", addresses).expectStatus().isOk();
        http.get()
                .uri(path + "/addresses")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"")
                .expectBody()
                .jsonPath("$[0].city")
                .isEqualTo("Dublin");
        put(path + "/addresses", "\"2\"", "[null]")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("[0]");
    }

    @ParameterizedTest
    @CsvSource({"label", "city", "postalCode", "country"})
    void refusesALineBreakInAnAddressExceptInTheStreet(String field) {
        String path = "/api/customers/" + registered() + "/addresses";
        String address = """
                [{"label":"home","street":"Rear building\\nMain Street 1","city":"Mu","postalCode":"12","country":"Lemuria"}]""";
        put(path, "*", address).expectStatus().isOk();
        put(path, "*", address.replaceFirst("(\"%s\":\"\\w)".formatted(field), "$1\\\\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("[0]." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\u0085", "\\u2028", "\\u3164", "\\ufffb"})
    void refusesAStreetWithWhatNobodySees(String character) {
        put("/api/customers/" + registered() + "/addresses", "*", """
                [{"label":"home","street":"Rear%sMain Street 1","city":"Mu","country":"Lemuria"}]""".formatted(character))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("[0].street");
    }

    @Test
    void removesInvisibleCharactersFromANameAndKeepsTheRest() {
        String number = freshNumber();
        post("/api/customers", """
                {"number":"%s","country":"France","name":"\\u202eZo\\u00eb\\u200b \\ud83d\\udc69\\u200d\\ud83d\\udd27 \\u0915\\u094d\\u200d\\u0937"}""".formatted(number))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Zo\u00eb \ud83d\udc69\u200d\ud83d\udd27 \u0915\u094d\u200d\u0937");
    }

    @Test
    void addsTheCodeOfItsCountryToAnAddressWhateverCodeWasSent() {
        String path = "/api/customers/" + registered() + "/addresses";
        put(path, "*", """
                        [{"label":"home","street":"Main Street 1","city":"Dublin","country":"EIRE","countryCode":"FR"},
                         {"label":"away","street":"Main Street 1","city":"Mu","country":"Lemuria"}]""").expectStatus().isOk();
        http.get()
                .uri(path)
                .exchange()
                .expectBody()
                .jsonPath("$[0].country")
                .isEqualTo("EIRE")
                .jsonPath("$[0].countryCode")
                .isEqualTo("IE")
                .jsonPath("$[1].countryCode")
                .isEmpty();
    }

    @Test
    void deactivatesAndReactivates() {
        String path = "/api/customers/" + registered();
        post(path + "/deactivate", "").expectBody().jsonPath("$.active").isEqualTo(false);
        post(path + "/reactivate", "").expectBody().jsonPath("$.active").isEqualTo(true);
        post("/api/customers/NOBODY/deactivate", "").expectStatus().isNotFound();
    }

    @Test
    void changesNothingIfAConditionIsSentWhereNoneCanHold() {
        String path = "/api/customers/" + registered();
        http.post()
                .uri(path + "/deactivate")
                .header(HttpHeaders.IF_MATCH, "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        http.get().uri(path).exchange().expectBody().jsonPath("$.active").isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"/api/customers/{number}, 1", "/api/customers/{number}/addresses, 3"})
    void readsOneCustomerInAFixedNumberOfStatements(String path, int expected) {
        http.get()
                .uri(path, registered())
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(statements.of(path)).hasCount(expected);
    }

    private String registered() {
        String number = freshNumber();
        customers.register(new NewCustomer(number, null, null, "France"));
        return number;
    }

    private static String freshNumber() {
        return "A-" + UUID.randomUUID();
    }

    private RestTestClient.ResponseSpec post(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec put(String path, String version, String body) {
        return http.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, version)
                .body(body)
                .exchange();
    }
}
