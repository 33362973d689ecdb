package org.tiyanguan.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.springframework.core.io.ClassPathResource;

/** A Word file of {@code documents/} whose fields, a name in braces each, are filled in. */
public final class WordForm {

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private static final String PHOTO = "{photo}";

    /** One inch (一寸): 25 mm × 35 mm. */
    private static final int PHOTO_WIDTH = 25 * Units.EMU_PER_CENTIMETER / 10;

    private static final int PHOTO_HEIGHT = 35 * Units.EMU_PER_CENTIMETER / 10;

    private WordForm() {}

    /** @param photo a JPEG; null leaves its cell to a photo of paper */
    public static byte[] fill(String file, Map<String, String> values, byte @Nullable [] photo) {
        try (XWPFDocument word = new XWPFDocument(new ClassPathResource("documents/" + file).getInputStream())) {
            for (XWPFParagraph paragraph : paragraphs(word))
                for (XWPFRun run : paragraph.getRuns()) fill(run, values, photo);
            var filled = new ByteArrayOutputStream();
            word.write(filled);
            return filled.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #fill(String, Map, byte[])}, with the last row of the first table once for each of the rows. */
    public static byte[] fillRows(String file, Map<String, String> values, List<Map<String, String>> rows) {
        try (XWPFDocument word = new XWPFDocument(new ClassPathResource("documents/" + file).getInputStream())) {
            XWPFTable table = word.getTables().get(0);
            int pattern = table.getNumberOfRows() - 1;
            XWPFTableRow first = table.getRow(pattern);
            for (Map<String, String> row : rows) {
                XWPFTableRow next = new XWPFTableRow((CTRow) first.getCtRow().copy(), table);
                for (XWPFTableCell cell : next.getTableCells())
                    for (XWPFParagraph paragraph : cell.getParagraphs())
                        for (XWPFRun run : paragraph.getRuns()) fill(run, row, null);
                table.addRow(next);
            }
            table.removeRow(pattern);
            for (XWPFParagraph paragraph : word.getParagraphs())
                for (XWPFRun run : paragraph.getRuns()) fill(run, values, null);
            var filled = new ByteArrayOutputStream();
            word.write(filled);
            return filled.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<XWPFParagraph> paragraphs(XWPFDocument word) {
        List<XWPFParagraph> paragraphs = new ArrayList<>(word.getParagraphs());
        for (XWPFTable table : word.getTables())
            for (XWPFTableRow row : table.getRows())
                for (XWPFTableCell cell : row.getTableCells()) paragraphs.addAll(cell.getParagraphs());
        return paragraphs;
    }

    private static void fill(XWPFRun run, Map<String, String> values, byte @Nullable [] photo) {
        String text = run.text();
        if (text.equals(PHOTO)) {
            run.setText("", 0);
            if (photo != null) show(photo, run);
            return;
        }
        Matcher fields = FIELD.matcher(text);
        if (!fields.find()) return;
        String[] lines = fields.replaceAll(field -> Matcher.quoteReplacement(value(values, field.group(1))))
                .split("\\R");
        run.setText(lines[0], 0);
        // A justified line that ends early would be drawn out over the whole width.
        if (lines.length > 1
                && run.getParent() instanceof XWPFParagraph paragraph
                && paragraph.getAlignment() == ParagraphAlignment.BOTH) paragraph.setAlignment(ParagraphAlignment.LEFT);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i], i);
        }
    }

    private static String value(Map<String, String> values, String field) {
        String value = values.get(field);
        return value == null ? "" : value;
    }

    private static void show(byte[] photo, XWPFRun run) {
        try {
            run.addPicture(
                    new ByteArrayInputStream(photo),
                    Document.PICTURE_TYPE_JPEG,
                    "photo.jpg",
                    PHOTO_WIDTH,
                    PHOTO_HEIGHT);
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
