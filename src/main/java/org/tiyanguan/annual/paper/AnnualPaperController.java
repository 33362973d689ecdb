package org.tiyanguan.annual.paper;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.notification.MailAttachments;

/**
 * The papers of a summary, for centre and leader as it stands; the mail to heads and units brings the circular along.
 */
@Controller
class AnnualPaperController implements MailAttachments {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Summaries summaries;
    private final Versions versions;
    private final AnnualPapers papers;
    private final AnnualTexts texts;

    AnnualPaperController(Summaries summaries, Versions versions, AnnualPapers papers, AnnualTexts texts) {
        this.summaries = summaries;
        this.versions = versions;
        this.papers = papers;
        this.texts = texts;
    }

    @GetMapping("/annual/{year:\\d{4}}/{paper}.docx")
    ResponseEntity<byte[]> paper(@PathVariable int year, @PathVariable String paper) {
        Summary summary = summaries.of(year).orElseThrow(NotFound::new);
        Version version = versions.newest(summary.number());
        byte[] word = switch (paper) {
            case "report" -> papers.report(summary, version);
            case "circular" -> papers.circular(summary, version);
            case "agenda" -> papers.agenda(summary, version);
            default -> throw new NotFound();
        };
        return Download.word(word, name(summary, paper));
    }

    @Override
    public Optional<Attachment> of(Mailed mail) {
        if (!mail.template().equals("annual-issued") && !mail.template().equals("annual-corrected"))
            return Optional.empty();
        return Optional.ofNullable(mail.number())
                .flatMap(summaries::find)
                .flatMap(summary -> versions.issued(summary.number())
                        .map(issued ->
                                new Attachment(name(summary, "circular"), WORD, papers.circular(summary, issued))));
    }

    private String name(Summary summary, String paper) {
        return texts.of("paper." + paper) + " " + summary.number() + ".docx";
    }
}
