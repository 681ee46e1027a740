package io.watertight.boundary.roles;

import static io.watertight.boundary.roles.ModuleRoles.literal;
import static io.watertight.boundary.roles.ModuleRoles.quoted;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/**
 * Ensures that each module has its two roles, and that each login may assume the roles of its modules, no others, and inherits
 * none.
 *
 * @param logins the modules of each login
 */
record RoleProvision(Migrator migrator, Map<String, List<String>> logins) {

    private static final String NOT_ALLOWED = "The migrator could not set up the database roles of the modules";
    private static final String NOT_PROVIDED =
            "Database roles of the modules are missing or wrong, and the migrator must not change that (watertight.data.roles=provided)";

    private static final String MAKE_THE_MIGRATOR = """
            Or give the migrator the attribute createrole. With docker compose, for a database that is older than the roles:

                docker compose exec postgres bash /docker-entrypoint-initdb.d/init.sh

            """;
    private static final String LET_THE_MIGRATOR = """
            Or let the migrator create them (watertight.data.roles=managed); it needs createrole for that.
            """;

    void complete(List<String> modules) {
        List<Step> missing = missing(modules);
        if (missing.isEmpty()) {
            return;
        }
        try {
            missing.forEach(it -> migrator.execute(ignoringDuplicate(it.sql())));
        } catch (DataAccessException e) {
            throw failure(NOT_ALLOWED + ": " + e.getMostSpecificCause().getMessage(), missing, MAKE_THE_MIGRATOR);
        }
        List<Step> left = missing(modules);
        if (!left.isEmpty()) {
            throw failure(NOT_ALLOWED, left, MAKE_THE_MIGRATOR);
        }
    }

    /** Checks that nothing is missing, without changing anything. */
    void require(List<String> modules) {
        List<Step> missing = missing(modules);
        if (!missing.isEmpty()) {
            throw failure(NOT_PROVIDED, missing, LET_THE_MIGRATOR);
        }
    }

    private static MissingRolesException failure(String message, List<Step> missing, String alternative) {
        return new MissingRolesException(
                message + ".", missing.stream().map(Step::sql).toList(), alternative);
    }

    /** Always in the same order, so that applications that create the same roles from other databases cannot deadlock. */
    private List<Step> missing(List<String> modules) {
        String self = migrator.name();
        List<Step> steps = modules.stream()
                .sorted()
                .map(ModuleRoles::new)
                .flatMap(it -> steps(it, self))
                .toList();
        Boolean[] done = areDone(steps);
        return IntStream.range(0, done.length)
                .filter(it -> !done[it])
                .mapToObj(steps::get)
                .toList();
    }

    /** In one statement, because each history of migrations asks for all modules. */
    private Boolean[] areDone(List<Step> steps) {
        String answers = steps.stream().map(it -> "(" + it.done() + ")").collect(Collectors.joining(", "));
        return migrator.sql("select cast(array[%s] as boolean[])".formatted(answers))
                .params(steps.stream().flatMap(it -> it.parameters().stream()).toList())
                .query((row, _) -> (Boolean[]) row.getArray(1).getArray())
                .single();
    }

    private Stream<Step> steps(ModuleRoles roles, String self) {
        Stream<Step> ofTheModule = Stream.of(
                creation(roles.owner()),
                creation(roles.working()),
                new Step(
                        "select coalesce((select pg_has_role(current_user, oid, 'SET') from pg_roles where rolname = ?), false)",
                        List.of(roles.owner()),
                        grant(roles.owner(), self)));
        return Stream.concat(
                ofTheModule,
                logins.entrySet().stream()
                        .flatMap(it -> Stream.concat(
                                Stream.of(
                                        it.getValue().contains(roles.module())
                                                ? admission(roles.working(), it.getKey())
                                                : exclusion(roles.working(), it.getKey())),
                                it.getKey().equals(self)
                                        ? Stream.empty()
                                        : Stream.of(exclusion(roles.owner(), it.getKey())))));
    }

    private static Step admission(String role, String login) {
        return new Step("""
                        select exists (select from pg_roles r, pg_roles l
                                        where r.rolname = ? and l.rolname = ? and pg_has_role(l.oid, r.oid, 'SET')
                                          and (l.rolsuper or not pg_has_role(l.oid, r.oid, 'USAGE')))""", List.of(role, login), grant(role, login));
    }

    private static Step exclusion(String role, String login) {
        return new Step("""
                        select not exists (select from pg_roles r, pg_roles l
                                            where r.rolname = ? and l.rolname = ? and pg_has_role(l.oid, r.oid, 'MEMBER')
                                              and not l.rolsuper)""", List.of(role, login), "revoke %s from %s".formatted(quoted(role), quoted(login)));
    }

    /**
     * Roles belong to the whole server: an application on another database may create the same ones at the same time, which no
     * lock in this database can prevent.
     */
    private static String ignoringDuplicate(String sql) {
        return "do "
                + literal(
                        "begin execute %s; exception when duplicate_object or unique_violation or internal_error then null; end"
                                .formatted(literal(sql)));
    }

    private static Step creation(String role) {
        return new Step(
                "select exists (select from pg_roles where rolname = ?)",
                List.of(role),
                "create role %s nologin".formatted(quoted(role)));
    }

    private static String grant(String role, String login) {
        return "grant %s to %s with inherit false, set true".formatted(quoted(role), quoted(login));
    }

    /**
     * @param done a query that tells whether the step is done
     * @param sql the statement to execute if it is not
     */
    private record Step(String done, List<String> parameters, String sql) {}
}
