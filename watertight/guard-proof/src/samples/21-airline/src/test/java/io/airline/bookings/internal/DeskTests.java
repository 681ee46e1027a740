package io.airline.bookings.internal;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

class DeskTests {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    @Sql(statements = "insert into flight (number, departure, seats) values ('LH1', now(), 1)")
    void takesAWayASeat() {}
}
