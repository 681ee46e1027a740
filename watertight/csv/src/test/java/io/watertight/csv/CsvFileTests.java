package io.watertight.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {

    private static final CsvColumns COLUMNS = new CsvColumns(List.of("key", "name", "price"), List.of("note"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key,name,price\nA,Lamp,2.50\n",
                "key;name;price\nA;Lamp;2,50\n",
                "key\tname\tprice\nA\tLamp\t2,50",
                "key|name|price\r\nA|Lamp|2.50\r\n",
                "sep=;\r\nkey;name;price\r\nA;Lamp;2,50\r\n",
                "\uFEFF\"key\",\"name\",\"price\"\r\"A\",\"Lamp\",\"2.50\"\r",
                "Price, NAME\u00A0,\u200Bkey\n2.50,\u00A0Lamp ,A\n",
                "ＫＥＹ,PR\u0130CE,name\nA,2.50,Lamp\n"
            })
    void readsWhatSpreadsheetsWrite(String file) throws IOException {
        assertThat(rows(file)).singleElement().satisfies(it -> {
            assertThat(it.damage()).isEmpty();
            assertThat(it.field("key")).isEqualTo("A");
            assertThat(it.field("name")).isEqualTo("Lamp");
            assertThat(it.decimal("price")).isEqualByComparingTo("2.50");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsTheEncodingThatTheMarkAtTheBeginningNames(String charset) throws IOException {
        byte[] file = "\uFEFFkey,name,price\nA,Tür,1\n".getBytes(Charset.forName(charset));
        assertThat(rows(file))
                .singleElement()
                .satisfies(it -> assertThat(it.field("name")).isEqualTo("Tür"));
    }

    /** Each of these lines may begin a field of many lines: looked for anew each time, the end takes minutes. */
    @Test
    @Timeout(60)
    void looksForTheEndOfAFieldOnce() throws IOException {
        assertThat(rows("key,name,price\n" + "a\"b,\"c\n".repeat(40_000) + "A,Lamp,1\n"))
                .hasSize(40_001)
                .last()
                .satisfies(it -> assertThat(it.damage()).isEmpty());
    }

    @Test
    void passesOverWhatIsEmpty() throws IOException {
        assertThat(rows("key,name,price,,\nA,Lamp,1,,\n,,,,\n\n\"\",\"\"\nB,Cup,2\nC,Fan,3,,,,\n"))
                .extracting(it -> it.line() + it.field("key") + it.damage())
                .containsExactly("2A", "6B", "7C");
    }

    @Test
    void passesOverColumnsThatNobodyAsksForAndNamesThem() throws IOException {
        CsvFile file = open("key,colour,name,\"a\0b\",price\nA,red,Lamp,x,1\n");
        assertThat(file.passedOver()).containsExactly("colour", "a\uFFFDb");
        assertThat(file.next())
                .isNotNull()
                .satisfies(it -> assertThat(it.field("name")).isEqualTo("Lamp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            A,Lamp        | has 2 fields instead of 3
            A,Lamp,2,50   | has 4 fields instead of 3
            A,"Lamp"x,1   | has text after a closing quotation mark
            A,"Lamp,1     | has a quotation mark that is not closed, in line 3, before: Lamp,1
            A,La\\0mp,1   | is not UTF-8 text
            A,La\\ump,1   | is not UTF-8 text
            """)
    void reportsALineThatIsDamagedAndReadsTheNext(String line, String damage) throws IOException {
        String written = line.replace("\\0", "\0").replace("\\u", "\uFFFD");
        assertThat(rows("key,name,price\nX,Fine,1\n%s\nY,Fine,1\n".formatted(written)))
                .extracting(it -> it.line() + it.damage())
                .containsExactly("2", "3" + damage, "4");
    }

    @Test
    void takesAPriceForNothingElseWhereAColumnHasNoName() throws IOException {
        assertThat(rows("key,name,price,\nA,Lamp,2,50\n").getFirst().damage()).isEqualTo("has 4 fields instead of 3");
        assertThat(rows("key,,name,price\nA,2,Lamp,50\n").getFirst().damage())
                .isEqualTo("has a value in column 2, which has no name");
    }

    @Test
    void endsAQuoteThatIsNotClosedWithItsLine() throws IOException {
        assertThat(rows("key,name,price\nA,\"15 inch,1\nB,16\"\" wide,2\nC,plain\",3\nD,\"a, b\",4\nE,8\" pipe,5\n"))
                .extracting(CsvRow::line, CsvRow::damage)
                .satisfiesExactly(
                        it -> assertThat(it.toList().getLast().toString()).contains("not closed, in line 2"),
                        it -> assertThat(it.toList().getLast().toString()).contains("stray"),
                        it -> assertThat(it.toList().getLast().toString()).contains("stray"),
                        it -> assertThat(it.toList()).containsExactly(5L, ""),
                        it -> assertThat(it.toList()).containsExactly(6L, ""));
    }

    @Test
    void readsAFieldOfSeveralLinesWhereNoneOfThemCouldBeARow() throws IOException {
        List<CsvRow> rows =
                rows("key,name,price,text\nA,Lamp,1,\"white,\nand \"\"new\"\"\"\nB,\"Cup\nof tea\",2,x\nC,Fan,3,\n");
        assertThat(rows)
                .extracting(it -> it.line() + it.field("key") + it.damage())
                .containsExactly("2A", "4Bhas a line break in a field", "6C");
    }

    @Test
    void readsNoLineThatDoesNotFitIntoMemory() throws IOException {
        assertThat(rows("key,name,price\nA,%s,1\nB,Lamp,1\n".formatted("x".repeat(1_000_000))))
                .extracting(CsvRow::damage)
                .containsExactly("is longer than 65536 characters", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "key,name\n",
                "key,key,name,price\n",
                "key;name,price\n",
                "\"key,name,price\n",
                "sep=\"\nkey,name,price\n",
                "\"sep=\"\"\nkey,name,price\n",
                "sep=#\nkey,name,price\n",
                "sep=\0\nkey,name,price\n"
            })
    void needsTheNamesOfTheColumns(String file) {
        assertThatExceptionOfType(CsvHeaderException.class).isThrownBy(() -> open(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,  | 1.250     | 1.250
            ,  | 2,5       | 2.5
            ,  | 1,234.5   | 1234.5
            ,  | 1.234,5   | 1234.5
            ,  | 0.085     | 0.085
            ,  | 1.234.567 | 1234567
            ,  | 1E+2      | 100
            ;  | 2,50      | 2.50
            ;  | 1,250     | 1.250
            ;  | 0.085     | 0.085
            ;  | 2.50      | 2.50
            ;  | 1 234,50  | 1234.50
            ;  | 1.234,50  | 1234.50
            ;  | -3        | -3
            """)
    void readsDecimalsAsTheFileWritesThem(String separator, String text, String number) throws IOException {
        assertThat(price(separator, text).decimal("price")).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,  | 1,250   | price 1,250 can be read in two ways: write 1.2500 or 1250
            ;  | 1.250   | price 1.250 can be read in two ways: write 1,2500 or 1250
            ;  | 1,2,5   | price is not a decimal number
            ,  | cheap   | price is not a decimal number
            """)
    void asksWhatIsMeantByANumberThatCanBeReadInTwoWays(String separator, String text, String reason)
            throws IOException {
        CsvRow row = price(separator, text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.decimal("price"))
                .withMessage(reason);
    }

    private static CsvRow price(String separator, String text) throws IOException {
        String file = "key,name,price\nA,Lamp,\"\"\n".replace(",", separator).replace("\"\"", '"' + text + '"');
        return rows(file).getFirst();
    }

    private static List<CsvRow> rows(String file) throws IOException {
        return rows(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvRow> rows(byte[] bytes) throws IOException {
        CsvFile file = CsvFile.open(new ByteArrayInputStream(bytes), COLUMNS);
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = file.next(); row != null; row = file.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static CsvFile open(String file) throws IOException {
        return CsvFile.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), COLUMNS);
    }
}
