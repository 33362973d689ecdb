package org.tiyanguan.rectification;

import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Report;

/** Enters findings in the ledger, whichever way they came, and tells the reporter that theirs has arrived. */
@Component
class FindingRegistration {

    private final Reports reports;
    private final PublicTexts texts;
    private final Ledger ledger;
    private final LedgerHistory history;
    private final LoopNotices notices;
    private final Texts words;

    FindingRegistration(
            Reports reports,
            PublicTexts texts,
            Ledger ledger,
            LedgerHistory history,
            LoopNotices notices,
            Texts words) {
        this.reports = reports;
        this.texts = texts;
        this.ledger = ledger;
        this.history = history;
        this.notices = notices;
        this.words = words;
    }

    /** Returns the ledger number. */
    String enter(Report report, Origin origin) {
        String officer = reports.officerOf(report);
        String number = ledger.open(report, officer, origin, texts.of(report, officer));
        Entry entry = ledger.entry(number);
        history.record(entry, Act.REPORT, words.label("channel", report.channel()));
        notices.received(entry);
        return number;
    }
}
