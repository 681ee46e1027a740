package io.watertight.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The differences between files that spreadsheets write: the field separator and, with it, the decimal separator. If semicolons
 * separate the fields, a comma is the decimal separator.
 */
record CsvDialect(char separator) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Pattern BLANK_BETWEEN_THOUSANDS = Pattern.compile("(?<=\\d)[ '\u2019](?=\\d{3}(?!\\d))");

    /** {@return the dialect in which most of the header's names are known columns} */
    static CsvDialect of(String header, CsvColumns columns) {
        return SEPARATORS.stream()
                .map(CsvDialect::new)
                .max(Comparator.comparingLong(it -> CsvHeader.known(it.fields(header), columns)))
                .filter(it -> CsvHeader.known(it.fields(header), columns) > 0)
                .orElseGet(() -> new CsvDialect(','));
    }

    /**
     * {@return the fields of one record; none if text follows a closing quotation mark. If the last quotation mark is not
     * closed, the last field ends with a line feed}
     */
    List<String> fields(String lines) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .ofSingleCsvRecord(lines + '\n')
                    .getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    BigDecimal decimal(String column, String text) {
        String number = BLANK_BETWEEN_THOUSANDS.matcher(text).replaceAll("");
        int comma = number.lastIndexOf(',');
        int point = number.lastIndexOf('.');
        char last = comma > point ? ',' : '.';
        String thousands = last == ',' ? "." : ",";
        String sign = Pattern.quote(String.valueOf(last));
        if (number.matches("[+-]?\\d{1,3}(?:" + Pattern.quote(thousands) + "\\d{3})+" + sign + "\\d+")) {
            number = number.replace(thousands, "");
        } else if (number.matches("[+-]?\\d{1,3}(?:" + sign + "\\d{3}){2,}")) {
            number = number.replace(String.valueOf(last), "");
        } else if (last != decimalSeparator() && number.matches("[+-]?[1-9]\\d{0,2}" + sign + "\\d{3}")) {
            throw new IllegalArgumentException("%s %s can be read in two ways: write %s or %s"
                    .formatted(
                            column,
                            text,
                            number.replace(last, decimalSeparator()) + '0',
                            number.replace(String.valueOf(last), "")));
        }
        try {
            return new BigDecimal(number.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is not a decimal number", e);
        }
    }

    private char decimalSeparator() {
        return separator == ';' ? ',' : '.';
    }
}
