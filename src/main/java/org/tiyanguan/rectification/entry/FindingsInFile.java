package org.tiyanguan.rectification.entry;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.officer.OfficerSections;
import org.tiyanguan.rectification.Findings;

/** What an officer reported, in their file, the newest first. */
@Component
class FindingsInFile implements OfficerSections {

    private static final int MOST = 50;

    private final Findings findings;
    private final Texts texts;

    FindingsInFile(Findings findings, Texts texts) {
        this.findings = findings;
        this.texts = texts;
    }

    @Override
    public List<Section> of(String account) {
        List<Findings.Line> all = findings.of(account);
        return List.of(new Section(
                texts.of("officer.findings", all.size()),
                20,
                all.stream().limit(MOST).map(this::row).toList()));
    }

    private Row row(Findings.Line line) {
        return new Row(
                line.number(),
                "/ledger/" + line.number(),
                texts.of(
                        "officer.findings.row",
                        line.title(),
                        texts.of("state." + line.state()),
                        line.reportedAt().toLocalDate()));
    }
}
