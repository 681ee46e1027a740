package io.watertight.testing.schema;

import io.watertight.testing.schema.ExpectedTables.ExpectedColumn;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/**
 * Compares what a repository's queries return, as PostgreSQL describes it without executing them, with the types that they
 * fill.
 */
record QueryComparison(ExpectedTables types, DataSource database, RepositoryInformation repository) {

    /** The SQL state of a parameter whose type is unknown without a value. */
    private static final String INDETERMINATE = "42P18";

    /** {@return what is wrong, in sentences, because no migration alone can fix it} */
    List<String> gaps() {
        return repository.getQueryMethods().stream()
                .flatMap(it -> gap(it).stream())
                .sorted()
                .toList();
    }

    private Optional<String> gap(Method method) {
        Query query = AnnotatedElementUtils.findMergedAnnotation(method, Query.class);
        if (query == null || query.value().isEmpty() || query.value().contains("#{")) {
            return Optional.empty();
        }
        return difference(query, repository.getReturnedDomainClass(method))
                .map(it -> "%s.%s: %s".formatted(method.getDeclaringClass().getSimpleName(), method.getName(), it));
    }

    private Optional<String> difference(Query query, Class<?> row) {
        try {
            Map<String, String> columns = columns(query.value());
            if (columns.isEmpty() || hasAMapperOfItsOwn(query)) {
                return Optional.empty();
            }
            return types.ofRow(row).stream()
                    .map(it -> difference(it, columns.get(it.name().toLowerCase(Locale.ROOT)), row))
                    .filter(Objects::nonNull)
                    .findFirst();
        } catch (SQLException e) {
            return INDETERMINATE.equals(e.getSQLState())
                    ? Optional.empty()
                    : Optional.of(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static @Nullable String difference(ExpectedColumn expected, @Nullable String type, Class<?> row) {
        if (type == null) {
            return "returns no column '%s' for %s".formatted(expected.name(), row.getSimpleName());
        }
        return expected.type() == null || expected.type().reads(type)
                ? null
                : "returns '%s' as %s, and %s has another type".formatted(expected.name(), type, row.getSimpleName());
    }

    private static boolean hasAMapperOfItsOwn(Query query) {
        return !query.rowMapperRef().isEmpty()
                || !query.resultSetExtractorRef().isEmpty()
                || query.rowMapperClass() != RowMapper.class
                || query.resultSetExtractorClass() != ResultSetExtractor.class;
    }

    /** {@return the catalog's type of each column by name; empty for a statement that returns nothing} */
    private Map<String, String> columns(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        NamedParameterUtils.substituteNamedParameters(sql, new MapSqlParameterSource()))) {
            ResultSetMetaData result = statement.getMetaData();
            Map<String, String> columns = new HashMap<>();
            for (int i = 1; result != null && i <= result.getColumnCount(); i++) {
                columns.put(result.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getColumnTypeName(i));
            }
            return columns;
        }
    }
}
