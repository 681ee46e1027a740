package com.example.shop;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract is a committed file, so that whoever changes it does so before the reviewers' eyes. */
@ShopTest
class ContractTests {

    @Autowired
    RestTestClient http;

    @Test
    void isTheOneThatWasReviewed() {
        byte[] served = http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        String actual = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(JsonMapper.shared().readValue(served, Object.class))
                + "\n";
        CommittedFile.named("openapi.json").assertIs(actual);
    }
}
