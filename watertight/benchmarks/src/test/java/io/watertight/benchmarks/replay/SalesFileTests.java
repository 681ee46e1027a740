package io.watertight.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesFileTests {

    private static final String HEADER =
            "\"InvoiceNo\",\"StockCode\",\"Description\",\"Quantity\",\"InvoiceDate\",\"UnitPrice\",\"CustomerID\",\"Country\"\n";
    private static final String LINE =
            "\"536365\",\"85123A\",\"SAYS \"\"HI\"\", LOUDLY\",6,\"2010-12-01T08:26:00\",2.55,17850,\"United Kingdom\"\n";

    @TempDir
    Path folder;

    @Test
    void readsTheSameLinesPlainAndGzipped() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.csv"), HEADER + LINE);
        Path zipped = folder.resolve("zipped");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(plain, out);
        }
        List<SalesLine> lines = new ArrayList<>();

        String plainFingerprint = new SalesFile(plain).read(lines::add);
        String zippedFingerprint = new SalesFile(zipped).read(lines::add);

        assertThat(zippedFingerprint).isEqualTo(plainFingerprint).hasSize(64);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(lines.getLast());
        assertThat(lines.getFirst().description()).isEqualTo("SAYS \"HI\", LOUDLY");
        assertThat(lines.getFirst().isPlainSale()).isTrue();
    }

    @Test
    void namesTheLineThatItCannotRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), HEADER + LINE + LINE.replace(",6,", ",six,"));

        assertThatThrownBy(() -> new SalesFile(broken).read(line -> {}))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("Line 3 of " + broken)
                .hasMessageContaining("six");
    }

    @Test
    void saysThatAFileIsMissingOrSomethingElse() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> new SalesFile(folder.resolve("none")).read(line -> {}))
                .hasMessage("There is no file %s.", folder.resolve("none"));
        assertThatThrownBy(() -> new SalesFile(other).read(line -> {}))
                .hasMessageContaining("is not a line of the Online Retail data set");
    }
}
