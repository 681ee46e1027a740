package io.watertight.guard.rules.sql;

import io.watertight.guard.codebase.ClassFacts.Call;
import io.watertight.guard.codebase.CodeClass;
import io.watertight.guard.codebase.Codebase;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which calls hand a string to the database. */
final class SqlCalls {

    private static final Set<String> SPRING = Set.of("org.springframework.jdbc.", "org.springframework.r2dbc.");
    private static final Set<String> SPRING_METHODS = Set.of(
            "sql",
            "query",
            "queryForObject",
            "queryForList",
            "queryForMap",
            "queryForRowSet",
            "queryForStream",
            "update",
            "execute",
            "batchUpdate",
            "setSql");
    private static final Set<String> OBJECTS = Set.of(
            "org.springframework.jdbc.object.",
            "org.springframework.jdbc.core.PreparedStatementCreatorFactory",
            "org.springframework.jdbc.core.CallableStatementCreatorFactory");
    private static final Set<String> STANDARD = Set.of(
            "java.sql.Connection", "java.sql.Statement", "java.sql.PreparedStatement", "java.sql.CallableStatement");
    private static final Set<String> STANDARD_METHODS = Set.of(
            "prepareStatement",
            "prepareCall",
            "nativeSQL",
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch");
    private static final Pattern DRIVER_METHODS = Pattern.compile("(exec|copy|prepare|addBatch).*");
    private static final Set<String> ELSEWHERE = Set.of(
            "jakarta.persistence.EntityManager#createNativeQuery",
            "jakarta.persistence.EntityManager#createQuery",
            "jakarta.persistence.EntityManager#createStoredProcedureQuery",
            "javax.sql.RowSet#setCommand",
            "io.r2dbc.spi.Connection#createStatement");
    private static final Set<String> TABLE_OBJECTS = Set.of(
            "org.springframework.jdbc.core.simple.SimpleJdbcInsert",
            "org.springframework.jdbc.core.simple.SimpleJdbcInsertOperations",
            "org.springframework.jdbc.core.simple.AbstractJdbcInsert",
            "org.springframework.jdbc.core.simple.SimpleJdbcCall",
            "org.springframework.jdbc.core.simple.SimpleJdbcCallOperations",
            "org.springframework.jdbc.core.simple.AbstractJdbcCall");

    private SqlCalls() {}

    /** Whether the call's first argument is SQL. */
    static boolean sends(Codebase code, Call call) {
        boolean takesText = call.descriptor().startsWith("(Ljava/lang/String;")
                || call.descriptor().startsWith("([Ljava/lang/String;")
                || (call.isConstruction() && call.descriptor().contains("Ljava/lang/String;"));
        return takesText && ownersOf(code, call.owner()).anyMatch(it -> sends(it, call));
    }

    private static boolean sends(String owner, Call call) {
        if (call.isConstruction()) {
            return OBJECTS.stream().anyMatch(owner::startsWith);
        }
        return (SPRING.stream().anyMatch(owner::startsWith) && call.isOneOf(SPRING_METHODS))
                || (STANDARD.contains(owner) && call.isOneOf(STANDARD_METHODS))
                || (owner.startsWith("org.postgresql.")
                        && DRIVER_METHODS.matcher(call.method()).matches())
                || ELSEWHERE.contains(owner + "#" + call.method());
    }

    /** Whether the call names the table or procedure of an object that writes the SQL by itself. */
    static boolean namesTable(Codebase code, Call call) {
        return call.isOneOf(Set.of(
                        "withTableName", "setTableName", "withProcedureName", "setProcedureName", "withFunctionName"))
                && isTableObject(code, call);
    }

    /** Whether the call names the schema of such an object. */
    static boolean namesSchema(Codebase code, Call call) {
        return call.isOneOf(Set.of("withSchemaName", "setSchemaName")) && isTableObject(code, call);
    }

    private static boolean isTableObject(Codebase code, Call call) {
        return ownersOf(code, call.owner()).anyMatch(TABLE_OBJECTS::contains);
    }

    /** A class of our own may extend one of those that are known. */
    private static Stream<String> ownersOf(Codebase code, String owner) {
        return Stream.concat(
                Stream.of(owner),
                code.find(owner).map(CodeClass::type).stream()
                        .flatMap(it ->
                                Stream.concat(it.getAllRawSuperclasses().stream(), it.getAllRawInterfaces().stream()))
                        .map(JavaClass::getName));
    }
}
