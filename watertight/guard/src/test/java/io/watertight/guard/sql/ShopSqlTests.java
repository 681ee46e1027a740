package io.watertight.guard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.guard.codebase.ClassFacts.Text;
import io.watertight.guard.codebase.Codebase;
import io.watertight.guard.codebase.ProjectFiles;
import com.example.shop.ShopApplication;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reader on all SQL that this application holds. */
class ShopSqlTests {

    private static final Codebase CODE = Codebase.of(ShopApplication.class);
    private static final List<String> STATEMENTS = CODE.classes().stream()
            .filter(it -> it.actor() != null)
            .flatMap(it -> it.facts().texts().stream())
            .map(Text::value)
            .filter(SqlShape::isStatement)
            .distinct()
            .toList();

    @Test
    void everyStatementNamesItsTablesWithTheirSchema() {
        assertThat(STATEMENTS).isNotEmpty();
        assertThat(STATEMENTS).allSatisfy(sql -> {
            SqlReading reading = SqlReader.read(sql);
            assertThat(reading.names())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.schema()).isNotNull());
            assertThat(reading.all(SqlStatement::gaps)).isEmpty();
            assertThat(reading.all(SqlStatement::switches)).isEmpty();
            assertThat(reading.all(SqlStatement::dynamic)).isEmpty();
        });
    }

    @Test
    void whatJSqlParserReadsTheLexerReadsInTheSameWay() {
        long read = STATEMENTS.stream()
                .filter(sql -> parsed(sql)
                        .map(it -> {
                            assertThat(scanned(sql)).as(sql).containsAll(it);
                            assertThat(it).as(sql).containsAll(scanned(sql));
                            return it;
                        })
                        .isPresent())
                .count();

        assertThat(read)
                .as("statements that JSqlParser can read, of %d", STATEMENTS.size())
                .isGreaterThan(STATEMENTS.size() / 2);
    }

    @Test
    void everyMigrationNamesItsObjectsWithTheirSchema() {
        List<String> scripts = ProjectFiles.of(CODE).all().stream()
                .filter(it -> it.toString().replace('\\', '/').contains("src/main/resources/db/migration/"))
                .map(ProjectFiles::text)
                .toList();

        assertThat(scripts).isNotEmpty().allSatisfy(script -> {
            SqlReading reading = SqlReader.read(script);
            assertThat(reading.names())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.schema()).isNotNull());
            assertThat(reading.all(SqlStatement::rights)).isEmpty();
        });
    }

    private static Optional<Set<String>> parsed(String sql) {
        return ParsedTables.in(sql.strip(), SqlLexer.tokens(sql, 1))
                .map(all -> all.stream()
                        .filter(it -> it.schema() != null)
                        .map(SqlName::qualified)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> scanned(String sql) {
        Tokens tokens = new Tokens(SqlLexer.tokens(sql, 1));
        Found found = new Found();
        new TableScanner(tokens, found, false).scan();
        return found.names.stream().map(SqlName::qualified).collect(Collectors.toSet());
    }
}
