package io.watertight.guard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes who a session is, what others may do, or runs what nobody can read. */
class SessionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role films_owner",
                "SET LOCAL ROLE NONE",
                "set session role x",
                "set role = 'x'",
                "set local \"role\" to x",
                "reset role",
                "reset all",
                "discard all",
                "set session authorization default",
                "set local session authorization x",
                "reset session authorization",
                "set search_path to films, tickets",
                "set /* hidden */ local\n role x",
                "select set_config('role', 'x', true)",
                "select pg_catalog.set_config($$role$$, 'x', true)",
                "select set_config('ro' || 'le', 'x', true)",
                "select set_config(:name, 'x', true)",
                "select set_config(setting_name => 'role', new_value => 'x', is_local => true)",
                "select set_config(E'r\\157le', 'x', true)",
                "with x as (select set_config('search_path', 'films', false)) select * from x",
                "update pg_settings set setting = 'x' where name = 'role'",
                "do $$ begin set local role x; end $$",
                "create function a.f() returns int language sql set role x as 'select 1'",
                "select 1; set role x",
                "set \u0001 x",
                "set local \u0001 = x"
            })
    void areSwitches(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::switches)).as(sql).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update a.account set role = 'x', search_path = 'y'",
                "insert into a.account (role) values ('x') on conflict (id) do update set role = excluded.role",
                "set local statement_timeout = 1000",
                "set constraints all deferred",
                "select set_config('app.tenant', :tenant, true)",
                "select role from a.account where note = 'set role x'",
                "select current_setting('role')",
                "create function a.f() returns int language sql set search_path = '' as 'select 1'"
            })
    void areNone(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::switches)).as(sql).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant select on a.b to c",
                "revoke all on schema a from c",
                "create role x login",
                "alter user x superuser",
                "alter table a.b owner to x",
                "alter default privileges in schema a grant select on tables to x",
                "create function a.f() returns int language sql security definer as 'select 1'",
                "create extension dblink",
                "create event trigger t on ddl_command_end execute function a.f()",
                "alter system set x = 1",
                "create publication p for all tables",
                "create server s foreign data wrapper postgres_fdw",
                "import foreign schema x from server s into a",
                "reassign owned by x to y",
                "drop owned by x"
            })
    void areRights(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::rights)).as(sql).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin execute 'drop table ' || x; end $$",
                "create function a.f() returns void language plpgsql as $$ begin execute format('select %I', x); end $$",
                "select * from dblink('dbname=x', 'select * from films.film') as t (x int)",
                "copy a.b to program 'cat'",
                "select lo_import('/etc/passwd')",
                "select query_to_xml('select * from films.film', true, true, '')"
            })
    void areDynamic(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::dynamic)).as(sql).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger t before insert on a.b for each row execute function a.f()",
                "do $$ begin perform a.f(); end $$"
            })
    void areNotDynamic(String sql) {
        assertThat(SqlReader.read(sql).all(SqlStatement::dynamic)).as(sql).isEmpty();
    }
}
