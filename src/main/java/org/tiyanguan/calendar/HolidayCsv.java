package org.tiyanguan.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Days as a CSV file in UTF-8: {@code date,kind,name}; kind is {@code holiday} or {@code workday}. */
final class HolidayCsv {

    /** Bytes: more than a thousand years of holidays need not be read. */
    static final int MAX_BYTES = 64 * 1024;

    static final List<String> HEADER = List.of("date", "kind", "name");

    private static final String BOM = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private HolidayCsv() {}

    /**
     * The days of a file, with or without a byte order mark.
     *
     * @throws BadHolidayCsv with all that is wrong with it
     */
    static List<CalendarDay> read(byte[] file) throws BadHolidayCsv {
        if (file.length > MAX_BYTES) throw new BadHolidayCsv("too-large", MAX_BYTES / 1024);
        HolidayLines lines = new HolidayLines();
        try (CSVParser parser = CSVParser.parse(new StringReader(decode(file)), FORMAT)) {
            for (CSVRecord line : parser) {
                if (line.getRecordNumber() == 1) requireHeader(line);
                else lines.read(parser.getCurrentLineNumber(), line.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BadHolidayCsv("quotes");
        }
        return lines.days();
    }

    /** With a byte order mark, without which Excel takes the file for GBK. */
    static byte[] write(Collection<CalendarDay> days) {
        StringBuilder text = new StringBuilder(BOM);
        try {
            FORMAT.printRecord(text, HEADER.toArray());
            for (CalendarDay day : days)
                FORMAT.printRecord(text, day.date(), day.kind().code(), day.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void requireHeader(CSVRecord line) throws BadHolidayCsv {
        if (!line.stream().map(String::strip).toList().equals(HEADER)) throw new BadHolidayCsv("header");
    }

    private static String decode(byte[] file) throws BadHolidayCsv {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BOM) ? text.substring(BOM.length()) : text;
        } catch (CharacterCodingException e) {
            throw new BadHolidayCsv("not-utf8");
        }
    }
}
