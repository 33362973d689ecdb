package org.tiyanguan.annual.process;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.figures.YearFigures;
import org.tiyanguan.ledger.figures.YearFigures.Result;
import org.tiyanguan.ledger.figures.YearFigures.Row;
import org.tiyanguan.ledger.figures.YearFigures.Table;
import org.tiyanguan.ledger.figures.YearFigures.Value;

/** Writes the draft of a report from its figures, so that nobody begins with an empty page. */
@Component
class DraftWriter {

    private final FrozenFigures figures;
    private final AnnualOpinions opinions;
    private final ReportTexts reports;
    private final PublicWords words;
    private final AnnualSettings settings;
    private final Texts labels;
    private final AnnualTexts texts;

    DraftWriter(
            FrozenFigures figures,
            AnnualOpinions opinions,
            ReportTexts reports,
            PublicWords words,
            AnnualSettings settings,
            Texts labels,
            AnnualTexts texts) {
        this.figures = figures;
        this.opinions = opinions;
        this.reports = reports;
        this.words = words;
        this.settings = settings;
        this.labels = labels;
        this.texts = texts;
    }

    /** Sections that somebody has written already stay as they are. */
    void write(Summary summary, Version version) {
        for (Section section : Section.values()) {
            // A department or a service item may carry anybody's name.
            String text = words.masked(summary.summaryYear(), text(summary, version, section));
            reports.write(version, section, text);
        }
    }

    private String text(Summary summary, Version version, Section section) {
        List<Row> key = key(version);
        boolean empty = value(key, "entries").entries() == 0;
        String year = String.valueOf(summary.summaryYear());
        if (empty && section != Section.OPINIONS && section != Section.NEXT)
            return texts.of("draft." + section + ".empty", year);
        return switch (section) {
            case WORK ->
                texts.of("draft.WORK", year, small(value(key, "entries").entries()), officers(key));
            case RESULTS ->
                texts.of(
                        "draft.RESULTS",
                        value(key, "timely").text(),
                        value(key, "closing").text(),
                        value(key, "reopened").text(),
                        value(key, "rating").text());
            case DEPARTMENTS -> texts.of("draft.DEPARTMENTS", departments(version));
            case OPINIONS ->
                texts.of("draft.OPINIONS", opinions.of(summary.number()).size());
            case NEXT -> texts.of("draft.NEXT");
        };
    }

    private List<Row> key(Version version) {
        return figures.tables(version).stream()
                .filter(table -> table.id().equals(YearFigures.KEY_FIGURES))
                .map(Table::rows)
                .findFirst()
                .orElseThrow();
    }

    private String departments(Version version) {
        return figures.results(version).stream()
                .filter(one -> one.entries() > 0)
                .map(Result::name)
                .collect(Collectors.joining("、"));
    }

    private String officers(List<Row> key) {
        return small(Long.parseLong(value(key, "officers").text()));
    }

    /** @param figure as the dashboard calls it */
    private Value value(List<Row> key, String figure) {
        String label = labels.of("dashboard.figure." + figure);
        return key.stream()
                .filter(row -> row.label().equals(label) || row.label().startsWith(label + "（"))
                .map(row -> row.values().get(0))
                .findFirst()
                .orElseThrow();
    }

    /** As the public reads it. */
    private String small(long n) {
        return n > 0 && n < settings.smallest() ? texts.of("few", settings.smallest()) : String.valueOf(n);
    }
}
