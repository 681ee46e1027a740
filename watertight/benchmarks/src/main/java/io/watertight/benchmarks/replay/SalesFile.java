package io.watertight.benchmarks.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The retailer's file, CSV with a header, plain or gzipped. */
final class SalesFile {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path path;
    private final Map<String, String> texts = new HashMap<>();

    SalesFile(Path path) {
        this.path = path;
    }

    /**
     * Passes on every line in the file's order.
     *
     * @return the SHA-256 of the uncompressed content, in hex
     * @throws ReplayFailure if there is no such file, or a line of it cannot be read
     */
    String read(Consumer<SalesLine> lines) {
        if (!Files.isRegularFile(path)) {
            throw ReplayFailure.usage("There is no file %s.".formatted(path));
        }
        MessageDigest digest = sha256();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                InputStream content = new DigestInputStream(unzipped(raw), digest);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(content, StandardCharsets.UTF_8)) {
            reader.forEach(csv -> lines.accept(toLine(csv)));
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw ReplayFailure.usage("The file %s cannot be read: %s".formatted(path, e.getMessage()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private SalesLine toLine(NamedCsvRecord csv) {
        try {
            return new SalesLine(
                    once(csv.getField("InvoiceNo")),
                    once(csv.getField("StockCode")),
                    once(csv.getField("Description")),
                    Integer.parseInt(csv.getField("Quantity")),
                    LocalDateTime.parse(csv.getField("InvoiceDate")),
                    new BigDecimal(csv.getField("UnitPrice")),
                    once(csv.getField("CustomerID")),
                    once(csv.getField("Country")));
        } catch (NoSuchElementException | NumberFormatException | DateTimeException e) {
            throw ReplayFailure.usage("Line %d of %s is not a line of the Online Retail data set: %s"
                    .formatted(csv.getStartingLineNumber(), path, e.getMessage()));
        }
    }

    /** Half a million lines repeat a few thousand texts. */
    private String once(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
