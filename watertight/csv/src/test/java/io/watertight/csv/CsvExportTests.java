package io.watertight.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTests {

    private static final CsvExport<Integer> NUMBERS =
            new CsvExport<Integer>().column("number", it -> it).column("square", it -> (long) it * it);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "'=1", "''+1", "'tis", "a=1", "\"", "a,b"})
    void writesNoFormulaAndTheTextComesBackAsItWas(String text) throws IOException {
        byte[] file = written(text);
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContainPattern("(?m)^\"?[=+\\-@＝]");
        CsvRow row = CsvFile.open(new ByteArrayInputStream(file), new CsvColumns(List.of("text"), List.of()))
                .next();
        assertThat(row).isNotNull().satisfies(it -> assertThat(it.field("text")).isEqualTo(text));
    }

    @Test
    void leavesNumbersWhatTheyAre() throws IOException {
        assertThat(written(new BigDecimal("-1E+3"), -5L, null, true))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("text,tex,te,t\r\n-1000,-5,,true\r\n");
    }

    @Test
    void hasAHeaderEvenWithoutRows() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        NUMBERS.write(Stream.empty(), target);
        assertThat(target).hasToString("number,square\r\n");
    }

    @Test
    void writesNothingIfNothingCanBeRead() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Stream<Integer> broken = Stream.generate(() -> {
            throw new IllegalStateException("The database is gone.");
        });
        assertThatThrownBy(() -> NUMBERS.write(broken, target)).hasMessage("The database is gone.");
        assertThat(target.size()).isZero();
    }

    @Test
    void readsNoFurtherThanSomebodyListens() {
        AtomicInteger read = new AtomicInteger();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("The client is gone.");
            }
        };
        assertThatThrownBy(() -> NUMBERS.write(Stream.generate(read::incrementAndGet), closed))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(read).hasValueLessThan(5_000);
    }

    private static byte[] written(@Nullable Object... values) throws IOException {
        CsvExport<@Nullable Object[]> export = new CsvExport<>();
        for (int i = 0; i < values.length; i++) {
            int column = i;
            export = export.column("text".substring(0, 4 - i), it -> it[column]);
        }
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        export.write(Stream.<@Nullable Object[]>of(values), target);
        return target.toByteArray();
    }
}
