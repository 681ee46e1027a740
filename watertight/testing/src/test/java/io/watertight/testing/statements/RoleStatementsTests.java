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
                "  set  role none",
                "reset role"
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
                "update customer set role = 'clerk'",
                "reset all"
            })
    void doMoreThanSetARole(String sql) {
        assertThat(RoleStatements.matches(sql)).isFalse();
    }
}
