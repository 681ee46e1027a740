package io.watertight.guard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a name is missing that is put in at run time. */
class GapTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from \u0001 where x = 1",
                "select * from a.\u0001",
                "select * from \u0001.b",
                "select * from \"\u0001\"",
                "select * from a.\"x%s\"",
                "select * from %s where x",
                "select * from %1$s.b",
                "select * from {0}",
                "select * from {}",
                "select * from ${table}",
                "select * from #{#entityName}",
                "select * from :#{#entityName}",
                "select * from :table",
                "select * from ?",
                "select * from",
                "insert into ",
                "update ",
                "delete from a.b using ",
                "select * from a.b, ",
                "select * from a.b join \u0001 on true",
                "select nextval('a.\u0001')",
                "select nextval('a.' || x)",
                "truncate \u0001",
                "copy \u0001 from stdin"
            })
    void areSeenWhereATableStands(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::gaps)).as(sql).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select \u0001 from a.b",
                "select * from a.b where \u0001",
                "select * from a.b order by \u0001",
                "select * from a.b where x = ? and y in (:ys) limit %d",
                "select * from a.b \u0001",
                "update a.b set \u0001 where id = :id",
                "insert into a.b (\u0001) values (\u0001)",
                "select * from a.b where x like '%from' and y = '%s'",
                "select * from unnest(?::text[], cast(:x as int[])) as t (a, b)",
                " and name = \u0001"
            })
    void areNoneElsewhere(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::gaps)).as(sql).isEmpty();
    }

    @Test
    void glueTheirTextToANameThatStandsBeforeThem() {
        assertThat(SqlReader.read("select * from a.b\u0001").names())
                .singleElement()
                .satisfies(it -> assertThat(it.open()).isTrue());
    }
}
