package org.tiyanguan.officer.register;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Formulas;

/** The register as a sheet. */
@Component
class RegisterExport {

    private final RegisterTexts texts;

    RegisterExport(RegisterTexts texts) {
        this.texts = texts;
    }

    void xlsx(List<RegisterColumn> columns, List<RegisterLine> lines, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet(texts.of("register"));
            CellStyle head = head(book);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            CellStyle quoted = book.createCellStyle();
            quoted.setQuotePrefixed(true);
            XSSFRow first = sheet.createRow(0);
            for (int n = 0; n < columns.size(); n++) {
                sheet.setColumnWidth(n, columns.get(n).width() * 256);
                Cell cell = first.createCell(n);
                cell.setCellValue(texts.label("column", columns.get(n)));
                cell.setCellStyle(head);
            }
            for (RegisterLine line : lines) {
                XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int n = 0; n < columns.size(); n++)
                    put(line.value(columns.get(n)), row.createCell(n), day, quoted);
            }
            sheet.createFreezePane(1, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, sheet.getLastRowNum(), 0, columns.size() - 1));
            book.write(out);
        }
    }

    private void put(@Nullable Object value, Cell cell, CellStyle day, CellStyle quoted) {
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value != null) {
            String text = texts.shown(value);
            cell.setCellValue(text);
            // Stays a text when somebody edits the cell.
            if (Formulas.isOne(text)) cell.setCellStyle(quoted);
        }
    }

    private static CellStyle head(XSSFWorkbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle head = book.createCellStyle();
        head.setFont(bold);
        return head;
    }
}
