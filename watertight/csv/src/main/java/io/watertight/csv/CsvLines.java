package io.watertight.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file as an editor counts them, one at a time and each limited in length. */
class CsvLines {

    static final int MAX_CHARACTERS = 64 * 1024;

    private final Reader reader;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;
    private boolean afterReturn;

    CsvLines(InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        reader = new BufferedReader(new InputStreamReader(bytes, charset(bytes)));
    }

    /** {@return the charset of the byte order mark, which is skipped; UTF-8 without one} */
    private static Charset charset(BufferedInputStream bytes) throws IOException {
        bytes.mark(3);
        List<Integer> mark = List.of(bytes.read(), bytes.read(), bytes.read());
        bytes.reset();
        if (mark.equals(List.of(0xEF, 0xBB, 0xBF))) {
            bytes.skipNBytes(3);
        } else if (mark.subList(0, 2).equals(List.of(0xFF, 0xFE))
                || mark.subList(0, 2).equals(List.of(0xFE, 0xFF))) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }

    /** {@return the next line without its line break, or {@code null} after the last} */
    @Nullable
    Line next() throws IOException {
        return putBack.isEmpty() ? read() : putBack.pop();
    }

    void putBack(Collection<Line> lines) {
        List.copyOf(lines).reversed().forEach(putBack::push);
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int character = reader.read();
        if (character == '\n' && afterReturn) {
            character = reader.read();
        }
        if (character < 0) {
            return null;
        }
        for (; character >= 0 && character != '\n' && character != '\r'; character = reader.read()) {
            if (text.length() < MAX_CHARACTERS) {
                text.append((char) character);
            } else {
                tooLong = true;
            }
        }
        afterReturn = character == '\r';
        number++;
        return new Line(number, text.toString(), tooLong);
    }

    record Line(long number, String text, boolean tooLong) {

        long quotes() {
            return text.chars().filter(it -> it == '"').count();
        }
    }
}
