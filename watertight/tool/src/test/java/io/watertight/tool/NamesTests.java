package io.watertight.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            class          | word of the Java language
            record         | word of the Java language
            user           | reserved word of PostgreSQL
            table          | reserved word of PostgreSQL
            audit          | schema of this name
            events         | schema of this name
            internal       | hidden package
            con            | Windows
            nul            | Windows
            spring         | framework
            actuator       | pages of the toolkit
            kernel         | uses this name itself
            2fast          | begin with a digit
            order-items    | lower-case letters and digits
            Catalog        | lower-case letters and digits
            suppliers      | already
            aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff | 63 bytes
            """)
    void refusesANameOfAModuleAndSaysWhy(String name, String why) {
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> Names.checkModule(name, Set.of("suppliers")))
                .withMessageContaining(name)
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suppliers", "a", "stock2", "userprofiles", "orders"})
    void takesANameThatNobodyElseHas(String name) {
        assertThatCode(() -> Names.checkModule(name, Set.of("other"))).doesNotThrowAnyException();
    }

    @Test
    void refusesEverySchemaOfTheToolkit() {
        Pattern schema = Pattern.compile("create schema (\\w+)|default-schema=(\\w+)");
        Plan toolkit = new Plan(Path.of("..").toAbsolutePath().normalize());
        Set<String> schemas = new TreeSet<>();
        for (String part : List.of("boundary", "operations", "security")) {
            toolkit.files(part + "/src/main/resources").stream()
                    .filter(toolkit::isText)
                    .flatMap(path -> schema.matcher(toolkit.read(path)).results())
                    .forEach(it -> schemas.add(it.group(1) == null ? it.group(2) : it.group(1)));
        }
        assertThat(schemas).contains("audit", "migrations");
        assertThat(schemas)
                .allSatisfy(it -> assertThatExceptionOfType(ToolException.class)
                        .isThrownBy(() -> Names.checkModule(it, Set.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.shop",
                "org.springframework.acme",
                "io.watertight.acme",
                "acme",
                "io.2acme",
                "io.class",
                "io.acme-labs",
                ""
            })
    void refusesAGroupThatBelongsToOthersOrIsNone(String group) {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> Names.checkGroup(group));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.acme", "org.pawsome", "com.acme.labs", "de.acme"})
    void takesAnyDomainTurnedAround(String group) {
        assertThatCode(() -> Names.checkGroup(group)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Package", "Object", "String", "Money", "User", "voyage", "SupplierDto", "2Fast", "IBAN", "Aux"})
    void refusesATypeThatMeansSomethingAlready(String type) {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> Names.checkType(type, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "class", "id", "version", "hashCode", "dueDate", "Name", "xmin", "ctid"})
    void refusesAFieldThatMeansSomethingAlready(String field) {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> Names.checkField(field, Set.of("dueDate")));
    }

    @Test
    void knowsEveryWordThatPostgresReserves() throws IOException, SQLException {
        assertThat(answers("select word from pg_get_keywords() where catcode in ('R', 'T')"))
                .isEqualTo(new TreeSet<>(ReservedWords.POSTGRES));
    }

    @Test
    void knowsEveryColumnThatTablesOfPostgresHaveAnyway() throws IOException, SQLException {
        assertThat(answers("select attname from pg_attribute where attrelid = 'pg_class'::regclass and attnum < 0"))
                .contains("xmin", "ctid")
                .allSatisfy(it -> assertThatExceptionOfType(ToolException.class)
                        .isThrownBy(() -> Names.checkField(it, Set.of()))
                        .withMessage("'%s' cannot be used: every table of PostgreSQL has a system column '%s' already."
                                .formatted(it, it)));
    }

    private static Set<String> answers(String query) throws IOException, SQLException {
        Set<String> answers = new TreeSet<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource({
        "unit, a",
        "userGroup, a",
        "Europe, a",
        "oneWay, a",
        "hour, an",
        "heir, an",
        "house, a",
        "umbrella, an",
        "order, an"
    })
    void saysAnBeforeWhatBeginsLikeAVowel(String name, String article) {
        assertThat(Words.of(name).article()).isEqualTo(article);
    }
}
