package org.tiyanguan.ledger.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Formulas;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.security.People;

/**
 * The ledger's list as a file, row by row: however long it is, a few rows at a time are in memory. It never says who
 * reported.
 */
@Component
@Transactional(readOnly = true)
public class LedgerExport {

    /** {@code width} in characters; {@code whole}: only for who sees everything. */
    private record Column(String key, int width, boolean whole, BiFunction<FullEntry, Reader, Object> value) {}

    /** For whom the file is, and the departments' names by their codes. */
    private record Reader(Viewer viewer, Map<String, String> departments) {

        String names(@Nullable String codes) {
            if (codes == null) return "";
            return Arrays.stream(codes.split(","))
                    .distinct()
                    .map(code -> departments.getOrDefault(code, code))
                    .collect(Collectors.joining("、"));
        }
    }

    private static final int ROWS_IN_MEMORY = 100;

    private final LedgerSearch search;
    private final People people;
    private final Texts words;
    private final List<Column> columns;

    LedgerExport(LedgerSearch search, AfterwardsTexts afterwards, People people, Texts words) {
        this.search = search;
        this.people = people;
        this.words = words;
        this.columns = List.of(
                column("number", 18, (line, reader) -> line.number()),
                column("reportedAt", 18, (line, reader) -> line.reportedAt()),
                column("kind", 10, (line, reader) -> words.label("kind", line.kind())),
                column("topic", 12, (line, reader) -> words.label("topic", line.topic())),
                column("urgency", 10, (line, reader) -> words.label("urgency", line.urgency())),
                column("title", 32, (line, reader) -> line.title()),
                column("description", 60, (line, reader) -> line.description()),
                column("serviceItem", 20, (line, reader) -> line.serviceItem()),
                column("place", 20, (line, reader) -> line.place()),
                column("occurredOn", 12, (line, reader) -> line.occurredOn()),
                new Column("channel", 12, true, (line, reader) -> words.label("channel", line.channel())),
                new Column("mode", 18, true, (line, reader) -> words.label("experience.mode", line.mode())),
                column("departments", 24, (line, reader) -> reader.names(line.departments())),
                column("state", 14, (line, reader) -> words.of(reader.viewer.labelOf(line.state()))),
                column("deadline", 18, (line, reader) -> line.deadline()),
                column("card", 8, (line, reader) -> words.label("card", line.card())),
                column("outcome", 12, (line, reader) -> words.label("outcome", line.outcome())),
                column("closedAt", 18, (line, reader) -> line.closedAt()),
                column("rating", 8, (line, reader) -> line.rating()),
                column("relapse", 12, (line, reader) -> afterwards.relapse(line.relapsed(), line.relapseOf() != null)),
                new Column("relapseOf", 18, true, (line, reader) -> line.relapseOf()),
                column("lookBack", 20, (line, reader) -> afterwards.lookBack(line.lookBack(), line.lookedBackAt())),
                column("answer", 60, (line, reader) -> line.answer()));
    }

    private static Column column(String key, int width, BiFunction<FullEntry, Reader, Object> value) {
        return new Column(key, width, false, value);
    }

    /** Writes CSV that Excel opens, too: it begins with a byte order mark, and nothing in it is a formula. */
    void csv(Viewer viewer, LedgerQuery query, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8).append('\uFEFF');
        CSVPrinter csv = CSVFormat.EXCEL.print(text);
        List<Column> shown = shown(viewer);
        Reader reader = reader(viewer);
        csv.printRecord(shown.stream().map(this::label));
        search.each(viewer, query, line -> {
            try {
                csv.printRecord(shown.stream().map(column -> text(column.value.apply(line, reader))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        csv.flush();
    }

    private String text(Object value) {
        if (value == null) return "";
        return value instanceof LocalDateTime time ? words.time(time) : Formulas.plain(value.toString());
    }

    void xlsx(Viewer viewer, LedgerQuery query, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(true);
            SXSSFSheet sheet = book.createSheet(words.of("export.sheet"));
            Styles styles = new Styles(book);
            List<Column> shown = shown(viewer);
            Reader reader = reader(viewer);
            SXSSFRow head = sheet.createRow(0);
            for (int n = 0; n < shown.size(); n++) {
                sheet.setColumnWidth(n, shown.get(n).width * 256);
                Cell cell = head.createCell(n);
                cell.setCellValue(label(shown.get(n)));
                cell.setCellStyle(styles.head);
            }
            search.each(viewer, query, line -> {
                SXSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int n = 0; n < shown.size(); n++)
                    put(shown.get(n).value.apply(line, reader), row.createCell(n), styles);
            });
            sheet.createFreezePane(1, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, sheet.getLastRowNum(), 0, shown.size() - 1));
            book.write(out);
        }
    }

    private static void put(Object value, Cell cell, Styles styles) {
        if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(styles.time);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value != null) {
            cell.setCellValue(value.toString());
            // Stays a text when somebody edits the cell.
            if (Formulas.isOne(value.toString())) cell.setCellStyle(styles.quoted);
        }
    }

    private static class Styles {

        final CellStyle head;
        final CellStyle time;
        final CellStyle day;
        final CellStyle quoted;

        Styles(SXSSFWorkbook book) {
            Font bold = book.createFont();
            bold.setBold(true);
            head = book.createCellStyle();
            head.setFont(bold);
            time = book.createCellStyle();
            time.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            quoted = book.createCellStyle();
            quoted.setQuotePrefixed(true);
        }
    }

    private List<Column> shown(Viewer viewer) {
        return columns.stream()
                .filter(column -> viewer.seesEverything() || !column.whole)
                .toList();
    }

    private String label(Column column) {
        return words.of("export." + column.key);
    }

    /**
     * Asks the engine for the names once: within a transaction it keeps all that it reads, so row by row would fill the
     * memory.
     */
    private Reader reader(Viewer viewer) {
        return new Reader(viewer, people.departmentNames());
    }
}
