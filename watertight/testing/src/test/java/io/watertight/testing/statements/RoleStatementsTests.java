package io.watertight.testing.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleStatementsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role bells_rw",
                "SET ROLE NONE",
                "set local role \"bells_rw\";",
                "  set session role none",
                "reset role",
                "set session authorization default",
                "reset session authorization",
                "select set_config('role', ?, true)",
                "select pg_catalog.set_config( 'role' , 'towers_rw' , false )"
            })
    void onlySetARole(String sql) {
        assertThat(RoleStatements.matches(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "set local statement_timeout = '5s'",
                "set role bells_rw; delete from note",
                "select set_config('search_path', ?, true)",
                "select set_config('role', ?, true), count(*) from note",
                "update customer set role = 'clerk'",
                "reset all"
            })
    void doMoreThanSetARole(String sql) {
        assertThat(RoleStatements.matches(sql)).isFalse();
    }
}
