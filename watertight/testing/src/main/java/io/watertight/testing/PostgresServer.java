package io.watertight.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running PostgreSQL server for tests only. */
interface PostgresServer {

    /** Enough for the pools of all application contexts that one test run keeps. */
    String MAX_CONNECTIONS = "600";

    /** {@return the JDBC URL of one of its databases, without a login} */
    String jdbcUrl(String database);

    /** {@return one of its databases, for the superuser} */
    DataSource dataSource(String database);

    /** {@return a client that works as superuser in one of its databases} */
    default JdbcClient superuser(String database) {
        return JdbcClient.create(dataSource(database));
    }

    /** {@return a client that works as superuser in the maintenance database} */
    default JdbcClient superuser() {
        return superuser("postgres");
    }

    /** Stops the server and removes its data. */
    void stop();
}
