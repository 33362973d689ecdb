package org.tiyanguan.annual.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.SavedText;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Version;
import org.tiyanguan.core.Signs;
import org.tiyanguan.ledger.figures.YearFigures.Row;
import org.tiyanguan.ledger.figures.YearFigures.Table;
import org.tiyanguan.ledger.figures.YearFigures.Value;

/**
 * A version of the report as it is read: each section with its tables and charts. For the public, small counts are left
 * out and nothing leads into the ledger.
 */
@Component
public class ReportView {

    /** {@code href} is null where it leads nowhere. */
    public record Cell(String text, @Nullable String href) {}

    public record Line(String label, List<Cell> cells) {}

    /** One bar of a chart, in the picture's units; {@code series} counts the columns that are drawn. */
    public record Bar(int x, int y, int width, int series) {}

    /** A row's place in the chart. */
    public record Label(String text, int y) {}

    public record Chart(int height, List<Label> labels, List<Bar> bars) {

        /** How long the first bar of each row is, from 0 to 1 for the longest that a bar may be. */
        public List<Double> firstBars() {
            return labels.stream()
                    .map(label -> bars.stream()
                            .filter(bar -> bar.series == 1 && bar.y == label.y - BASELINE)
                            .mapToDouble(bar -> (double) bar.width / WIDEST)
                            .sum())
                    .toList();
        }
    }

    /** {@code chart} is null for a table that is not drawn. */
    public record Shown(
            String id,
            List<String> columns,
            List<Line> lines,
            @Nullable Chart chart) {}

    public record Part(Section section, @Nullable SavedText saved, List<Shown> tables) {

        public String text() {
            return saved == null ? "" : saved.text();
        }
    }

    private static final int LEFT = 190;
    private static final int WIDEST = 400;
    private static final int BAR = 14;
    private static final int GAP = 10;

    /** How far below its first bar's upper edge a label's text stands. */
    private static final int BASELINE = BAR - 2;

    private final FrozenFigures figures;
    private final ReportTexts reports;
    private final PublicWords words;
    private final AnnualSettings settings;
    private final AnnualTexts texts;

    ReportView(
            FrozenFigures figures, ReportTexts reports, PublicWords words, AnnualSettings settings, AnnualTexts texts) {
        this.figures = figures;
        this.reports = reports;
        this.words = words;
        this.settings = settings;
        this.texts = texts;
    }

    /** For centre and leader: each number leads to its entries. */
    public List<Part> forStaff(Version version) {
        return parts(version, figures.tables(version), true);
    }

    /** @param year whose officers' names no label may have */
    public List<Part> forPublic(Version version, int year) {
        String few = texts.of("few", settings.smallest());
        List<Table> tables = figures.tables(version).stream()
                .map(table -> CoarseTable.of(table, settings.smallest(), few))
                .map(table -> new Table(
                        table.id(),
                        table.columns(),
                        table.drawn(),
                        table.rows().stream()
                                .map(row -> new Row(words.masked(year, row.label()), row.department(), row.values()))
                                .toList()))
                .toList();
        return parts(version, tables, false);
    }

    private List<Part> parts(Version version, List<Table> tables, boolean linked) {
        Map<Section, SavedText> saved = reports.of(version);
        List<Part> parts = new ArrayList<>();
        for (Section section : Section.values())
            parts.add(new Part(
                    section,
                    saved.get(section),
                    section.tables().stream()
                            .flatMap(id ->
                                    tables.stream().filter(table -> table.id().equals(id)))
                            .map(table -> shown(table, linked))
                            .toList()));
        return parts;
    }

    private static Shown shown(Table table, boolean linked) {
        List<Line> lines = table.rows().stream()
                .map(row -> new Line(
                        row.label(),
                        row.values().stream()
                                .map(value ->
                                        new Cell(value.text(), linked && value.entries() > 0 ? value.href() : null))
                                .toList()))
                .toList();
        return new Shown(table.id(), table.columns(), lines, table.drawn() == 0 ? null : chart(table));
    }

    private static Chart chart(Table table) {
        double most = table.rows().stream()
                .flatMap(row -> row.values().stream().limit(table.drawn()))
                .mapToDouble(ReportView::number)
                .max()
                .orElse(0);
        List<Label> labels = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        int y = GAP;
        for (Row row : table.rows()) {
            labels.add(new Label(cut(row.label()), y + BASELINE));
            for (int i = 0; i < Math.min(table.drawn(), row.values().size()); i++) {
                double value = number(row.values().get(i));
                if (value > 0) bars.add(new Bar(LEFT, y, (int) Math.max(1, WIDEST * value / most), i + 1));
                y += BAR;
            }
            y += GAP;
        }
        return new Chart(y, labels, bars);
    }

    /** What is no number is not drawn. */
    private static double number(Value value) {
        return value.text().matches("\\d+(\\.\\d+)?") ? Double.parseDouble(value.text()) : 0;
    }

    /** As much as stands beside the bars; the table has all of it. */
    private static String cut(String label) {
        return Signs.shortened(label, 12);
    }
}
