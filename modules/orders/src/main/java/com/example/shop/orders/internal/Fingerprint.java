package com.example.shop.orders.internal;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether two requests are the same, without keeping them. */
@Component
class Fingerprint {

    private final JsonMapper json;

    Fingerprint(JsonMapper json) {
        this.json = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_EMPTY))
                .build();
    }

    /** {@return the JSON of a request, or of a part of one} */
    String json(Object request) {
        return json.writeValueAsString(request);
    }

    /**
     * SHA-256 over the request's JSON, in which equal requests are equal whatever blanks or order they came with. What a client
     * leaves out is left out: a field that a later release adds changes no fingerprint of a request that does not use it.
     */
    byte[] of(Record request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
