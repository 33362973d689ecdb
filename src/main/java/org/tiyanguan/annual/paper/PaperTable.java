package org.tiyanguan.annual.paper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
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
import org.apache.xmlbeans.XmlCursor;

/**
 * A table of a paper under its caption, with a bar beside each line where the page has a chart. A bar is a picture
 * without words, so that no server needs fonts.
 */
final class PaperTable {

    /** What stands between the margins of official papers: 156 mm, in twentieths of a point. */
    private static final int WIDTH = 8844;

    /** Of {@link #WIDTH}, what the longest bar and the space around it take. */
    private static final int BARS = 2400;

    /** Columns that leave room for bars. */
    private static final int MOST_BESIDE_BARS = 4;

    /** Points. */
    private static final int LONGEST = 100;

    private static final int HEIGHT = 8;
    private static final int SMALL = 12;

    private static final byte[] COLOUR = colour();

    private PaperTable() {}

    static void add(XWPFDocument word, XWPFParagraph before, PaperBlock.Table block, int number) {
        try (XmlCursor place = before.getCTP().newCursor()) {
            XWPFParagraph caption = word.insertNewParagraph(place);
            caption.setAlignment(ParagraphAlignment.CENTER);
            caption.setSpacingBefore(10 * SMALL);
            caption.setKeepNext(true);
            write(caption, "表" + number + "　" + block.caption(), true);
        }
        try (XmlCursor place = before.getCTP().newCursor()) {
            boolean drawn = block.columns().size() <= MOST_BESIDE_BARS
                    && block.bars().stream().anyMatch(bar -> bar > 0);
            XWPFTable table = word.insertNewTbl(place);
            widths(table, block.columns().size(), drawn);
            row(table.getRow(0), block.columns(), drawn, true).setRepeatHeader(true);
            for (int i = 0; i < block.lines().size(); i++) {
                XWPFTableRow row = row(table.createRow(), block.lines().get(i), drawn, false);
                if (drawn) bar(row.getCell(block.columns().size()), block.bars().get(i));
            }
        }
    }

    /** The labels get more than the numbers, and the bars what they need. */
    private static void widths(XWPFTable table, int columns, boolean drawn) {
        int all = drawn ? WIDTH - BARS : WIDTH;
        int labels = columns < 3 ? all / 2 : Math.max(all / columns, all / 4);
        var grid = table.getCTTbl().addNewTblGrid();
        grid.addNewGridCol().setW(BigInteger.valueOf(labels));
        IntStream.range(1, columns)
                .forEach(i -> grid.addNewGridCol().setW(BigInteger.valueOf((all - labels) / (columns - 1))));
        if (drawn) grid.addNewGridCol().setW(BigInteger.valueOf(BARS));
        table.setWidth(WIDTH);
    }

    private static XWPFTableRow row(XWPFTableRow row, List<String> texts, boolean drawn, boolean head) {
        row.setCantSplitRow(true);
        int cells = texts.size() + (drawn ? 1 : 0);
        for (int i = 0; i < cells; i++) {
            XWPFTableCell cell = row.getCell(i) == null ? row.addNewTableCell() : row.getCell(i);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            boolean left = i == 0 || i == texts.size();
            paragraph.setAlignment(left ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
            if (i < texts.size()) write(paragraph, texts.get(i), head);
        }
        return row;
    }

    private static void write(XWPFParagraph paragraph, String text, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(SMALL);
        run.setBold(bold);
        run.setText(text);
    }

    private static void bar(XWPFTableCell cell, double share) {
        if (share == 0) return;
        try {
            cell.getParagraphs()
                    .get(0)
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(COLOUR),
                            Document.PICTURE_TYPE_PNG,
                            "bar.png",
                            Units.toEMU(Math.max(1, share * LONGEST)),
                            Units.toEMU(HEIGHT));
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] colour() {
        var dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        dot.setRGB(0, 0, new Color(0x12, 0x40, 0x7f).getRGB());
        var written = new ByteArrayOutputStream();
        try {
            ImageIO.write(dot, "png", written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }
}
