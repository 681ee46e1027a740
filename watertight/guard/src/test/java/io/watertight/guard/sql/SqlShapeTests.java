package io.watertight.guard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for SQL. */
class SqlShapeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                " (select * from a.b) union select 2",
                "INSERT INTO a.b VALUES (1)",
                "update a.b set x = 1",
                "delete from a.b",
                "with x as (select 1) select * from x",
                "-- why\nselect 1",
                "copy a.b from stdin",
                "{call a.f()}",
                "set local role x",
                "do $$ begin end $$"
            })
    void statements(String text) {
        assertThat(SqlShape.isStatement(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Select a customer from the list",
                "Delete from the cart",
                "Update the order; see orders.note",
                "update the order; see orders.note",
                "Reset all",
                "with the best wishes from orders.team",
                "set",
                "create an account",
                "drop the parcel at the door",
                "orders.order",
                "",
                "from \u0001 to \u0001"
            })
    void sentences(String text) {
        assertThat(SqlShape.isStatement(text)).isFalse();
    }

    /** These look like SQL to any reader, and name no table that anybody knows: rules look twice. */
    @ParameterizedTest
    @ValueSource(strings = {"select a customer from the list", "delete from the cart"})
    void sentencesThatCannotBeToldApart(String text) {
        assertThat(SqlShape.isStatement(text)).isTrue();
        assertThat(SqlReader.read(text).names())
                .allSatisfy(it -> assertThat(it.schema()).isNull());
    }
}
