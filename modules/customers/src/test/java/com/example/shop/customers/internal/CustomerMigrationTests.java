package com.example.shop.customers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.customers.CustomersTest;
import io.watertight.testing.WholeDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A renamed column and a divided table, release by release: no row is lost, and two versions run side by side. */
@CustomersTest
class CustomerMigrationTests {

    private static final String DATABASE = "customer_releases";

    private final WholeDatabase server;
    private final DriverManagerDataSource dataSource;
    private final JdbcClient database;

    CustomerMigrationTests(@Autowired WholeDatabase server, @Autowired FlywayConnectionDetails migrator) {
        this.server = server;
        this.dataSource = new DriverManagerDataSource(
                String.valueOf(migrator.getJdbcUrl()).replaceFirst("[^/]*$", DATABASE),
                migrator.getUsername(),
                migrator.getPassword());
        this.database = JdbcClient.create(dataSource);
    }

    @BeforeEach
    void createDatabase() {
        server.sql("create database %s owner %s template template0 locale_provider builtin builtin_locale 'C.UTF-8'"
                        .formatted(DATABASE, dataSource.getUsername()))
                .update();
    }

    @AfterEach
    void dropDatabase() {
        server.sql("drop database %s with (force)".formatted(DATABASE)).update();
    }

    @Test
    void keepWhatWasThereBefore() {
        migrateTo("2");
        registeredByTheOldVersion("1", "2020-01-01");
        registeredByTheOldVersion("2", "2021-02-02");
        deactivatedByTheOldVersion("2", "2025-05-05");

        migrateTo("latest");

        assertThat(customers()).containsExactly("1 active 2020-01-01", "2 inactive 2025-05-05 2021-02-02");
    }

    @Test
    void letBothVersionsReadWhatTheOtherWrites() {
        migrateTo("4");
        registeredByTheOldVersion("1", "2020-01-01");
        registeredByTheNewVersion("2", "2026-02-02");
        registeredByTheOldVersion("3", "2020-03-03");
        registeredByTheNewVersion("4", "2026-04-04");

        deactivatedByTheOldVersion("2", "2026-05-05");
        deactivatedByTheNewVersion("3", "2026-06-06");
        deactivatedByTheNewVersion("4", "2026-07-07");
        reactivatedByTheOldVersion("4");

        assertThat(inactiveForTheOldVersion()).containsExactly("2", "3");
        List<String> during = customers();
        migrateTo("latest");
        assertThat(customers())
                .isEqualTo(during)
                .containsExactly(
                        "1 active 2020-01-01",
                        "2 inactive 2026-05-05 2026-02-02",
                        "3 inactive 2026-06-06 2020-03-03",
                        "4 active 2026-04-04");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/customers")
                .defaultSchema("migrations")
                .target(version)
                .load()
                .migrate();
    }

    private void registeredByTheOldVersion(String number, String day) {
        database.sql("""
                insert into customers.customer (id, version, number, country, registered_at)
                values (gen_random_uuid(), 0, :number, 'France', cast(:day as date))""").param("number", number).param("day", day).update();
    }

    private void registeredByTheNewVersion(String number, String day) {
        database.sql("""
                with inserted as (
                    insert into customers.customer (id, version, number, country)
                    values (gen_random_uuid(), 0, :number, 'France') returning id
                )
                insert into customers.registration select id, cast(:day as date) from inserted""").param("number", number).param("day", day).update();
    }

    private void deactivatedByTheOldVersion(String number, String day) {
        changed("deactivated_at = date '%s'".formatted(day), number);
    }

    private void deactivatedByTheNewVersion(String number, String day) {
        changed("inactive_since = date '%s'".formatted(day), number);
    }

    private void reactivatedByTheOldVersion(String number) {
        changed("deactivated_at = null", number);
    }

    private void changed(String set, String number) {
        database.sql("update customers.customer set %s where number = :number".formatted(set))
                .param("number", number)
                .update();
    }

    private List<String> inactiveForTheOldVersion() {
        return database.sql("select number from customers.customer where deactivated_at is not null order by number")
                .query(String.class)
                .list();
    }

    private List<String> customers() {
        return database.sql("""
                select concat_ws(' ', c.number, case when c.inactive_since is null then 'active' else 'inactive' end,
                                 c.inactive_since::date, r.registered_at::date)
                  from customers.customer c
                  join customers.registration r on r.customer = c.id
                 order by c.number""").query(String.class).list();
    }
}
