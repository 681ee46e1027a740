package io.watertight.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watertight.csv.CsvReport.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvImportTests {

    private final List<Integer> batches = new ArrayList<>();

    @Test
    void handsOverWhatCanBeReadAndSaysWhyTheRestCannot() throws IOException {
        CsvReport report = read("number\n1\ntwo\n3\n1\n", _ -> Map.of("3", "is odd"));
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.refusals())
                .containsExactly(
                        new Refusal(3, "two", "number is not a whole number"),
                        new Refusal(4, "3", "is odd"),
                        new Refusal(5, "1", "repeats the number of an earlier line"));
    }

    @Test
    void keepsNoMoreThanABatchInMemory() throws IOException {
        String file =
                IntStream.range(0, 2_001).mapToObj(String::valueOf).collect(Collectors.joining("\n", "number\n", ""));
        assertThat(read(file, _ -> Map.of()).rows()).isEqualTo(2_001);
        assertThat(batches).containsExactly(1_000, 1_000, 1);
    }

    @Test
    void refusesWhatIsBeyondTheKeysThatFitIntoMemory() throws IOException {
        CsvReport report = numbers(2)
                .read(new ByteArrayInputStream("number\n1\n2\n3\n1\n".getBytes(StandardCharsets.UTF_8)), batch -> {
                    assertThat(batch).containsExactly(1L, 2L);
                    return Map.of();
                });
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.refusals())
                .containsExactly(
                        new Refusal(4, "3", "exceeds the limit of 2 different keys per file: move it to another file"),
                        new Refusal(5, "1", "repeats the number of an earlier line"));
    }

    @Test
    void countsAllRefusalsAndListsTheFirst() throws IOException {
        String file = "number\n" + "x".repeat(50) + "\n" + "x\n".repeat(CsvReport.LISTED);
        CsvReport report = read(file, _ -> Map.of());
        assertThat(report.refused()).isEqualTo(CsvReport.LISTED + 1);
        assertThat(report.refusals()).hasSize(CsvReport.LISTED);
        assertThat(report.refusals().getFirst().key()).hasSize(43).endsWith("...");
        assertThat(batches).isEmpty();
    }

    @Test
    void refusesAFileWithoutTheColumn() {
        assertThatExceptionOfType(CsvHeaderException.class)
                .isThrownBy(() -> read("digits\n1\n", _ -> Map.of()))
                .withMessage("The first line must name the columns number. In this file it lacks number.");
    }

    private CsvReport read(String file, Function<List<Long>, Map<String, String>> writer) throws IOException {
        return numbers(1_000_000).read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), batch -> {
            batches.add(batch.size());
            return writer.apply(batch);
        });
    }

    private static CsvImport<Long> numbers(int most) {
        return new CsvImport<>(
                new CsvColumns(List.of("number"), List.of()),
                "number",
                row -> row.wholeNumber("number"),
                String::valueOf,
                most);
    }
}
