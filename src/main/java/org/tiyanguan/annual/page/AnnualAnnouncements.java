package org.tiyanguan.annual.page;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.web.Announcements;
import org.tiyanguan.web.PublicThings;

/** The last annual report on the public's first page. */
@Component
@Transactional(readOnly = true)
class AnnualAnnouncements implements Announcements, PublicThings {

    private final Summaries summaries;
    private final Versions versions;
    private final AnnualTexts texts;

    AnnualAnnouncements(Summaries summaries, Versions versions, AnnualTexts texts) {
        this.summaries = summaries;
        this.versions = versions;
        this.texts = texts;
    }

    @Override
    public List<Announcement> current() {
        return issued().limit(1)
                .map(one -> new Announcement(
                        title(one), texts.of("announced", one.summaryYear()), page(one), texts.of("read")))
                .toList();
    }

    @Override
    public List<PublicThing> publicThings() {
        return issued().map(one -> new PublicThing(
                        texts.of("public"),
                        title(one),
                        page(one),
                        versions.issued(one.number()).orElseThrow().issuedAt()))
                .toList();
    }

    /** The newest first. */
    private Stream<Summary> issued() {
        return summaries.all().stream()
                .filter(one -> versions.issued(one.number()).isPresent());
    }

    private String title(Summary summary) {
        return texts.of("report", summary.summaryYear());
    }

    private static String page(Summary summary) {
        return "/annual/" + summary.summaryYear();
    }
}
