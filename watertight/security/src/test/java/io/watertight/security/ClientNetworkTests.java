package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8:0:0:ffff:ffff:ffff:ffff",
        "fe80::1%eth0, fe80::2",
        "192.0.2.1:51034, 192.0.2.1:51035",
        "192.0.2.1:51034, 192.0.2.1",
        "[2001:db8::1]:51034, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "one.example:51034, one.example:51035",
    })
    void isTheSame(String one, String other) {
        assertThat(ClientNetwork.of(one)).isEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2",
        "2001:db8:0:1::1, 2001:db8:0:2::1",
        "2001:db8:0:1::1, [2001:db8:0:2::1]:1",
        "one.example, two.example"
    })
    void isAnother(String one, String other) {
        assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
    }

    @Test
    void isShortWhateverAProxyPassesOn() {
        assertThat(ClientNetwork.of("x".repeat(8_000))).hasSize(64);
    }
}
