package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract is a committed file, so that whoever changes it does so before the reviewers' eyes. */
@ShopTest
class ContractTests {

    private static final Path COMMITTED = Path.of("../docs/openapi.json");
    private static final Path ACTUAL = Path.of("target/openapi.json");

    @Autowired
    ShopClient shop;

    @Test
    void isTheOneThatWasReviewed() throws IOException {
        String actual = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(JsonMapper.shared().treeToValue(shop.get("/v3/api-docs"), Object.class))
                + "\n";
        Files.writeString(ACTUAL, actual);
        assertThat(actual)
                .as("The HTTP contract has changed. If that is meant: cp app/%s docs/openapi.json", ACTUAL)
                .isEqualTo(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "");
    }
}
