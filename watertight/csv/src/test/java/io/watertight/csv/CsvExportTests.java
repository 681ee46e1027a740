package io.watertight.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTests {

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
                .isEqualTo("text\r\n-1000,-5,,true\r\n");
    }

    private static byte[] written(@Nullable Object... values) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        CsvExport export = new CsvExport(target, "text");
        export.row(values);
        export.flush();
        return target.toByteArray();
    }
}
