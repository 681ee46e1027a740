package com.example.shop.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FingerprintTests {

    private final Fingerprint fingerprint = new Fingerprint(JsonMapper.shared());

    @Test
    void survivesARelease() {
        assertThat(fingerprint.of(new LaterRequest(null, "C-1", List.of(), null, 2)))
                .isEqualTo(fingerprint.of(new Request("C-1", 2)));
    }

    @Test
    void tellsRequestsApart() {
        assertThat(fingerprint.of(new Request("C-1", 2)))
                .isNotEqualTo(fingerprint.of(new Request("C-1", 3)))
                .isNotEqualTo(fingerprint.of(new LaterRequest("gift", "C-1", List.of(), null, 2)));
    }

    record Request(String customer, int quantity) {}

    record LaterRequest(
            @Nullable String packing,
            String customer,
            List<String> notes,
            @Nullable String colour,
            int quantity) {}
}
