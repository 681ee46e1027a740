package io.watertight.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A running PostgreSQL server for tests only. */
interface PostgresServer {

    /** {@return the JDBC URL of one of its databases, without a login} */
    String jdbcUrl(String database);

    /** {@return a client that works as superuser in one of its databases} */
    JdbcClient superuser(String database);

    /** {@return a client that works as superuser in the maintenance database} */
    default JdbcClient superuser() {
        return superuser("postgres");
    }

    /** Stops the server and removes its data. */
    void stop();
}
