package io.watertight.testing.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.proof.PlatformTest;
import io.watertight.testing.WholeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionManager;

@PlatformTest
class SchemaCheckTests {

    private final WholeDatabase database;
    private final AnnotationConfigApplicationContext pantry = new AnnotationConfigApplicationContext();

    SchemaCheckTests(@Autowired WholeDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        database.sql("create schema pantry").update();
        database.sql("""
                create table pantry.jar (
                    id          uuid        not null primary key,
                    version     bigint      not null,
                    label       text        not null unique,
                    "user"      integer     not null,
                    note        text,
                    opened      date,
                    filled      timestamptz not null,
                    lid         varchar(5)  not null,
                    size_height numeric,
                    size_width  numeric,
                    words       tsvector    not null generated always as (to_tsvector('simple', label)) stored)""").update();
        database.sql("""
                create table pantry.layer (
                    jar      uuid not null references pantry.jar,
                    position int  not null,
                    fruit    text not null,
                    primary key (jar, position))""").update();
        pantry.registerBean(WholeDatabase.class, () -> database);
        pantry.registerBean(DataSource.class, database::dataSource);
        pantry.register(Pantry.class);
        pantry.refresh();
    }

    @AfterEach
    void end() {
        pantry.close();
        database.sql("drop schema pantry cascade").update();
    }

    @Test
    void findsNothingWhereAllAgree() {
        assertThat(check().gaps()).isEmpty();
        assertThatCode(check()::assertComplete).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        alter table pantry.jar drop column note                         | alter table pantry.jar add column note text;
        alter table pantry.jar drop column "user"                       | alter table pantry.jar alter column "user" set not null;
        alter table pantry.jar rename column note to remark             | alter table pantry.jar rename column remark to note;
        alter table pantry.jar alter column filled type timestamp       | alter table pantry.jar alter column filled type timestamptz using filled::timestamptz;
        alter table pantry.jar alter column "user" type text            | alter table pantry.jar alter column "user" type integer using "user"::integer;
        alter table pantry.jar alter column filled drop not null        | alter table pantry.jar alter column filled set not null;
        alter table pantry.jar alter column opened set not null         | alter table pantry.jar alter column opened drop not null;
        alter table pantry.jar alter column size_width set not null     | alter table pantry.jar alter column size_width drop not null;
        alter table pantry.jar add column weight numeric not null       | alter table pantry.jar alter column weight drop not null;
        alter table pantry.jar drop constraint jar_label_key            | create unique index on pantry.jar (label);
        alter table pantry.jar drop constraint jar_pkey cascade         | alter table pantry.jar add primary key (id);
        alter table pantry.layer drop constraint layer_pkey             | alter table pantry.layer add primary key (jar, position);
        alter table pantry.layer drop column position                   | alter table pantry.layer add column position integer;
        drop table pantry.layer                                         | create table pantry.layer (
        """)
    void printsTheMigrationThatClosesTheGap(String change, String migration) {
        database.sql(change).update();
        assertThat(broken()).contains(migration);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(check()::assertComplete)
                .withMessageContaining(migration)
                .withMessageContaining("./wt check-schema --write");
        for (int i = 0; i < 2 && !broken().isEmpty(); i++) {
            database.sql(broken()).update();
        }
        assertThat(broken()).isEmpty();
    }

    @Test
    void neverDropsWhatIsNoLongerUsed() throws Exception {
        database.sql("alter table pantry.jar add column weight numeric").update();
        assertThat(check().gaps()).singleElement().satisfies(it -> {
            assertThat(it.broken()).isFalse();
            assertThat(it.sql()).contains("drop column weight").matches("(?s)(--[^\\n]*\\n?)+");
        });
        check().assertComplete();
        assertThat(Files.readString(Path.of("target/schema/pantry.sql")))
                .contains("-- alter table pantry.jar drop column weight;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alter table pantry.jar rename column lid to cover | JarRepository.shelf: ERROR: column j.lid does not exist
        alter table pantry.jar drop column note cascade | JarRepository.note: ERROR: column "note" of relation "jar" does not exist
        alter table pantry.jar rename column note to remark | JarRepository.remarks: returns no column 'note' for Remark
        alter table pantry.jar alter column note type integer using 1 | JarRepository.remarks: returns 'note' as int4, and Remark has another type
        """)
    void namesTheQueryThatNoLongerFits(String change, String sentence) {
        database.sql(change).update();
        assertThat(broken()).contains("-- " + sentence);
    }

    private String broken() {
        return check().gaps().stream()
                .filter(SchemaGap::broken)
                .map(SchemaGap::sql)
                .collect(Collectors.joining("\n"));
    }

    private SchemaCheck check() {
        return SchemaCheck.of(pantry);
    }

    @EnableJdbcRepositories(considerNestedRepositories = true)
    static class Pantry extends AbstractJdbcConfiguration {

        @Bean
        NamedParameterJdbcTemplate operations(DataSource database) {
            return new NamedParameterJdbcTemplate(database);
        }

        @Bean
        TransactionManager transactionManager(DataSource database) {
            return new DataSourceTransactionManager(database);
        }
    }
}
