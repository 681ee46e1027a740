package io.watertight.testing.schema;

import io.watertight.testing.WholeDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.data.repository.support.Repositories;
import org.springframework.util.FileSystemUtils;

/**
 * Compares all aggregates and queries of an application with the tables that its migrations create. Differences are reported as
 * the migration that would fix them; {@code ./wt check-schema} shows and writes it.
 */
public final class SchemaCheck {

    private static final Path FOLDER = Path.of("target", "schema");

    private final List<SchemaGap> gaps = new ArrayList<>();

    private SchemaCheck(ApplicationContext application) {
        WholeDatabase database = application.getBean(WholeDatabase.class);
        ExpectedTables expected = new ExpectedTables(application.getBean(JdbcConverter.class));
        ActualTables actual = new ActualTables(database);
        expected.ofAggregates().forEach(it -> gaps.addAll(new TableComparison(it, actual).gaps()));
        Repositories repositories = new Repositories(application);
        for (Class<?> aggregate : repositories) {
            RepositoryInformation repository = repositories.getRequiredRepositoryInformation(aggregate);
            expected.table(aggregate).ifPresent(table -> {
                UniqueKeys.of(repository)
                        .map(it -> expected.columns(aggregate, it))
                        .filter(it -> !actual.isUnique(table, it))
                        .map(it -> "create unique index on %s (%s);".formatted(actual.quoted(table), actual.quoted(it)))
                        .forEach(it -> gaps.add(new SchemaGap(table.schema(), it, true)));
                new QueryComparison(expected, database.dataSource(), repository)
                        .gaps()
                        .forEach(it -> gaps.add(new SchemaGap(table.schema(), "-- " + it, true)));
            });
        }
    }

    /** {@return the check of an application on the database of its test context} */
    public static SchemaCheck of(ApplicationContext application) {
        return new SchemaCheck(application);
    }

    /** {@return all differences, including harmless ones, such as an unused column} */
    public List<SchemaGap> gaps() {
        return List.copyOf(gaps);
    }

    /**
     * Fails with the migrations that are missing, and stores them in {@code target/schema}, one file for each schema, for
     * {@code ./wt check-schema}.
     *
     * @throws AssertionError if there are any
     */
    public void assertComplete() {
        Map<String, String> migrations = gaps.stream()
                .collect(Collectors.groupingBy(
                        SchemaGap::schema,
                        TreeMap::new,
                        Collectors.mapping(SchemaGap::sql, Collectors.joining("\n\n", "", "\n"))));
        write(migrations);
        if (gaps.stream().anyMatch(SchemaGap::broken)) {
            throw new AssertionError(migrations.entrySet().stream()
                    .map(it -> "The tables of '%s' do not match its aggregates and queries:%n%n%s"
                            .formatted(it.getKey(), it.getValue()))
                    .collect(Collectors.joining(
                            "\n",
                            "",
                            "\n./wt check-schema --write puts this into the next migration of each module.")));
        }
    }

    private static void write(Map<String, String> migrations) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> it : migrations.entrySet()) {
                Files.writeString(FOLDER.resolve(it.getKey() + ".sql"), it.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The natural keys of an aggregate: the properties for which a derived query returns at most one. */
    static final class UniqueKeys {

        private UniqueKeys() {}

        static Stream<List<String>> of(RepositoryInformation repository) {
            return repository.getQueryMethods().stream()
                    .filter(it -> isDerived(it) && isForOne(it, repository))
                    .map(it -> new PartTree(it.getName(), repository.getDomainType()))
                    .filter(UniqueKeys::comparesForEquality)
                    .map(it -> it.getParts()
                            .map(part -> part.getProperty().toDotPath())
                            .toList())
                    .filter(it -> !it.isEmpty());
        }

        private static boolean isDerived(Method method) {
            return method.getName().startsWith("find") && !AnnotatedElementUtils.hasAnnotation(method, Query.class);
        }

        private static boolean isForOne(Method method, RepositoryInformation repository) {
            Class<?> type = method.getReturnType();
            return type == Optional.class || type == repository.getDomainType();
        }

        private static boolean comparesForEquality(PartTree tree) {
            return !tree.isLimiting()
                    && tree.stream().count() == 1
                    && tree.getParts().stream().allMatch(it -> it.getType() == Part.Type.SIMPLE_PROPERTY);
        }
    }
}
