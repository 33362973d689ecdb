package org.tiyanguan.demo;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.OpeningSummaries;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.ReportTexts.Edit;
import org.tiyanguan.annual.SavedText;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;

/** What the demo's people do about a year's summary on pages. */
@Component
@Profile("demo")
class AnnualDeeds {

    private final OpeningSummaries opening;
    private final Summaries summaries;
    private final Versions versions;
    private final ReportTexts reports;
    private final JdbcClient jdbc;

    AnnualDeeds(
            OpeningSummaries opening, Summaries summaries, Versions versions, ReportTexts reports, JdbcClient jdbc) {
        this.opening = opening;
        this.summaries = summaries;
        this.versions = versions;
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /** Returns its number. */
    String open(int year) {
        return opening.byHand(year);
    }

    /** The number of the summary meeting that is being planned. */
    String meeting() {
        return jdbc.sql("select number from event where kind = 'SUMMARY' order by number desc limit 1")
                .query(String.class)
                .single();
    }

    /** Writes what comes next. */
    void edit(String number, String text) {
        Version version = versions.newest(number);
        SavedText seen = Objects.requireNonNull(reports.of(version).get(Section.NEXT), "the process has written it");
        reports.save(
                summaries.summary(number).summaryYear(),
                version,
                Map.of(Section.NEXT, new Edit(seen.revision(), text)));
    }
}
