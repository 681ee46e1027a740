package io.watertight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@JdbcTest
@ContextConfiguration(classes = JdbcApplication.class)
class JdbcSliceTests {

    @Test
    void runOnPostgresInsteadOfAnInMemoryDatabase(@Autowired JdbcClient client) {
        assertThat(client.sql("select count(*) from note").query(Integer.class).single())
                .isZero();
    }
}
