package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Which methods an address has, as Spring MVC answers OPTIONS. */
@SecuredTest
class OptionsTests {

    @Autowired
    RestTestClient http;

    @Test
    void areToldToWhoeverIsKnown() {
        http.options()
                .uri("/api/notes")
                .headers(it -> it.setBasicAuth("customer", SecuredApplication.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Allow", it -> assertThat(it).contains(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
    }

    @Test
    void areToldToNobodyElse() {
        http.options().uri("/api/notes").exchange().expectStatus().isUnauthorized();
    }
}
