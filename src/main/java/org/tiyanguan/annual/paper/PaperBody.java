package org.tiyanguan.annual.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.tiyanguan.core.WordForm;

/**
 * Fills {@code annual-paper.docx}: its fields, and between them headings, paragraphs and tables as they stand there.
 */
final class PaperBody {

    private static final String FILE = "annual-paper.docx";

    /** The paragraphs of the layout that the others are made like. */
    private static final String HEADING = "§heading";

    private static final String TEXT = "§text";

    /** The last paragraphs: what is said last, whose paper it is, and its day. */
    private static final int SIGNATURE = 3;

    private PaperBody() {}

    static byte[] write(Map<String, String> values, List<PaperBlock> blocks) {
        byte[] filled = WordForm.fill(FILE, values, null);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(filled))) {
            XWPFParagraph heading = pattern(word, HEADING);
            XWPFParagraph text = pattern(word, TEXT);
            int tables = 0;
            for (PaperBlock block : blocks) {
                if (block instanceof PaperBlock.Heading one)
                    add(word, heading, heading, one.text()).setKeepNext(true);
                else if (block instanceof PaperBlock.Text one)
                    one.text().lines().filter(line -> !line.isBlank()).forEach(line -> add(word, heading, text, line));
                else if (block instanceof PaperBlock.Table one) PaperTable.add(word, heading, one, ++tables);
            }
            word.removeBodyElement(word.getPosOfParagraph(text));
            word.removeBodyElement(word.getPosOfParagraph(heading));
            keepTogether(word.getParagraphs());
            var written = new ByteArrayOutputStream();
            word.write(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No page has nothing but the date. */
    private static void keepTogether(List<XWPFParagraph> all) {
        List<XWPFParagraph> said = all.stream().filter(one -> !one.isEmpty()).toList();
        int first = all.indexOf(said.get(Math.max(0, said.size() - SIGNATURE)));
        all.subList(first, all.size() - 1).forEach(one -> one.setKeepNext(true));
    }

    private static XWPFParagraph pattern(XWPFDocument word, String marked) {
        return word.getParagraphs().stream()
                .filter(one -> one.getText().equals(marked))
                .findFirst()
                .orElseThrow();
    }

    private static XWPFParagraph add(XWPFDocument word, XWPFParagraph before, XWPFParagraph like, String text) {
        try (XmlCursor place = before.getCTP().newCursor()) {
            XWPFParagraph added = word.insertNewParagraph(place);
            added.getCTP().setPPr(like.getCTP().getPPr());
            XWPFRun run = added.createRun();
            run.getCTR().setRPr(like.getRuns().get(0).getCTR().getRPr());
            run.setText(text.strip());
            return added;
        }
    }
}
