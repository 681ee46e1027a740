package io.watertight.guard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which names stand where a table stands. */
class TableNamesTests {

    private static final String QUERIES = """
            select * from a.b                                                   | a.b
            select * from a.b x, lateral (select * from c.d) y, e.f             | a.b c.d e.f
            select * from a.b join c.d using (id), e.f                          | a.b c.d e.f
            select * from only a.b left join (c.d join e.f on true) on true     | a.b c.d e.f
            select * from (a.b cross join c.d)                                  | a.b c.d
            select * from unnest(:ids) with ordinality as t (id, n), a.b        | a.b
            select * from rows from (generate_series(1, 2), unnest(:x)) r, a.b  | a.b
            select 1 from "A"."b""c" union table d.e                            | A.b"c d.e
            SELECT * FROM A.B WHERE X IN (SELECT Y FROM C.D)                    | a.b c.d
            select extract(year from placed_at), (select 1 from a.b) from c.d   | a.b c.d
            select trim(both ' ' from name), substring(name from 2 for 3) from a.b | a.b
            select x is not distinct from y, a is distinct from b from a.b      | a.b
            select distinct from a.b                                            | a.b
            select 'from c.d', $$ from e.f $$ from a.b -- from g.h              | a.b
            select /* from c.d /* from e.f */ from g.h */ 1 from a.b            | a.b
            select f.x, a.b.c from a.b f for update of f                        | a.b
            with t as (select * from a.b), u (x) as materialized (table c.d) select * from t, u | a.b c.d
            with recursive t as (select 1 union select 2 from t) select * from a.t, t | a.t
            insert into a.b as k (x) values (1) on conflict (x) do update set x = excluded.x | a.b
            insert into a.b (x) select y from c.d returning old.x, new.x        | a.b c.d
            update a.b set x = (select y from c.d) from e.f, g.h where true     | a.b c.d e.f g.h
            delete from a.b using c.d, e.f where true                           | a.b c.d e.f
            delete from a.b using c.d join e.f using (id) where true            | a.b c.d e.f
            merge into a.b t using c.d s on t.x = s.x when matched then update set x = 1 when not matched then insert values (1) | a.b c.d
            truncate table a.b, only c.d restart identity cascade               | a.b c.d
            copy a.b (x, y) from stdin with (format csv)                        | a.b
            copy (select * from a.b) to stdout                                  | a.b
            copy a.b to '/tmp/file'                                             | a.b
            lock table a.b, c.d in exclusive mode                               | a.b c.d
            select * into a.b from c.d                                          | a.b c.d
            select nextval('a.b'), 'c.d'::regclass, cast('e.f' as regclass), to_regclass('"G".h') | a.b c.d e.f G.h
            select to_char(x, 'a.b'), 'c.d'                                     |
            explain analyze select * from db.a.b                                | a.b
            select * from x                                                     | x
            """;

    private static final String DEFINITIONS = """
            create table a.b (x int references c.d (id), like e.f including all) inherits (g.h) | a.b c.d e.f g.h
            create table a.b partition of c.d for values from (1) to (2)         | a.b c.d
            create table if not exists a.b as select * from c.d                  | a.b c.d
            alter table if exists only a.b add constraint x foreign key (y) references c.d on delete cascade on update set null | a.b c.d
            alter table a.b attach partition c.d default                         | a.b c.d
            alter table a.b add column y text, drop column x                     | a.b
            create or replace view a.b as select * from c.d join e.f on true     | a.b c.d e.f
            create materialized view a.b as select 1 from c.d                    | a.b c.d
            refresh materialized view concurrently a.b                           | a.b
            create unique index concurrently if not exists i on only a.b using gin (words) where x = 1 | a.b
            drop index a.i, c.j                                                  | a.i c.j
            drop table if exists a.b, c.d cascade                                | a.b c.d
            create trigger t after insert or update of x on a.b for each row execute function a.f() | a.b
            create constraint trigger t after delete on a.b from c.d for each row execute procedure f() | a.b c.d
            drop trigger t on a.b                                                | a.b
            create policy p on a.b using (true)                                  | a.b
            create rule r as on insert to a.b do also insert into c.d values (1) | a.b c.d
            comment on table a.b is 'from c.d'                                   | a.b
            comment on column a.b.c is 'x'                                       | a.b
            comment on constraint x on a.b is 'y'                                | a.b
            create sequence a.s owned by c.d.e                                   | a.s c.d
            alter sequence a.s owned by none                                     | a.s
            grant select, update on a.b, c.d to someone                          | a.b c.d
            revoke all on a.b from someone                                       | a.b
            create type a.mood as enum ('x')                                     | a.mood
            create statistics a.s on x, y from c.d                               | a.s c.d
            """;

    @ParameterizedTest
    @MethodSource("queries")
    void areFound(String sql, List<String> expected) {
        assertThat(names(sql)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void areFoundInDefinitions(String sql, List<String> expected) {
        assertThat(names(sql)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void areFoundInTheBodyOfAFunctionAtTheirLines() {
        SqlReading reading = SqlReader.read("""
                create function a.f() returns trigger language plpgsql as $body$
                declare
                    found_one a.b%rowtype;
                begin
                    select x into found_one
                      from c.d;
                    update e.f set x = 1;
                    return new;
                end $body$;
                """);

        assertThat(reading.names()).extracting(SqlName::qualified).containsExactlyInAnyOrder("a.f", "c.d", "e.f");
        assertThat(reading.names()).extracting(SqlName::line).containsExactlyInAnyOrder(1, 6, 7);
        assertThat(reading.all(SqlStatement::mentions))
                .extracting(SqlName::qualified)
                .contains("a.b");
    }

    @Test
    void knowFunctionsThatAreCalledByTheirSchema() {
        assertThat(SqlReader.read("select a.f(1), lower(x) from a.g(2) union select 1 from generate_series(1, 2)")
                        .all(SqlStatement::functions))
                .extracting(SqlName::qualified)
                .containsExactly("a.f", "a.g");
        assertThat(SqlReader.read("{? = call a.f(?)}").all(SqlStatement::functions))
                .hasSize(1);
    }

    @Test
    void knowWhatIsCreatedAndWhatIsTemporary() {
        SqlReading reading = SqlReader.read("""
                create table a.b (x int);
                alter table a.b rename to c;
                create temp table t (x int);
                create type a.mood as enum ('good')""");

        assertThat(reading.all(SqlStatement::created))
                .extracting(SqlName::qualified)
                .contains("a.b", "a.c", "a.mood");
        assertThat(reading.all(SqlStatement::temporary)).containsExactly("t");
        assertThat(reading.names()).extracting(SqlName::qualified).doesNotContain("t");
    }

    @Test
    void haveTheLineOfTheirTokens() {
        assertThat(SqlReader.read("select 1\n  from\n    a.b\n  join c.d on true")
                        .names())
                .extracting(SqlName::line)
                .containsExactly(3, 4);
    }

    private static List<String> names(String sql) {
        return SqlReader.read(sql).names().stream().map(SqlName::qualified).toList();
    }

    private static Stream<Arguments> queries() {
        return cases(QUERIES);
    }

    private static Stream<Arguments> definitions() {
        return cases(DEFINITIONS);
    }

    /** A line is a statement, a bar, and the names in it. */
    private static Stream<Arguments> cases(String lines) {
        return lines.lines().map(it -> {
            int bar = it.lastIndexOf('|');
            return Arguments.of(
                    it.substring(0, bar).strip(),
                    Stream.of(it.substring(bar + 1).split(" "))
                            .filter(name -> !name.isBlank())
                            .toList());
        });
    }
}
