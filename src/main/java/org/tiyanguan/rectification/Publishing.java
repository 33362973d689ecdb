package org.tiyanguan.rectification;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.OpinionDiagram;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Wording;

/** What the centre makes of the reporter's words for departments (转办文本), at triage and later. */
@Component
@Transactional
public class Publishing {

    /** Whose tasks show the case. */
    private static final List<String> PROCESSES = List.of(LoopDiagram.KEY, OpinionDiagram.KEY);

    private final Ledger ledger;
    private final LedgerHistory history;
    private final PublicTexts texts;
    private final OpenViews views;
    private final CaseTasks tasks;
    private final Texts words;

    Publishing(Ledger ledger, LedgerHistory history, PublicTexts texts, OpenViews views, CaseTasks tasks, Texts words) {
        this.ledger = ledger;
        this.history = history;
        this.texts = texts;
        this.views = views;
        this.tasks = tasks;
        this.words = words;
    }

    /** With the triage: the entry is accepted in these words. */
    void accept(Entry entry, Wording typed) {
        Wording text = texts.edited(entry.number(), typed);
        if (text.equals(entry.publicText())) return;
        ledger.publish(entry.number(), text);
        history.record(entry, Act.PUBLISH, "");
    }

    /** Later on: also where departments have the entry's tasks open. Who triages says it there. */
    public void change(String number, Wording typed) {
        Entry entry = ledger.lock(number).orElseThrow();
        if (entry.state() == EntryState.TRIAGE) throw words.refusal(null, "public-text.triage");
        accept(
                entry,
                new Wording(
                        words.length("title", typed.title(), 1, 120),
                        words.length("description", typed.description(), 1, 4000),
                        words.length("place", typed.place(), 1, 240),
                        words.length("serviceItem", typed.serviceItem(), 1, 240)));
        Wording text = ledger.entry(number).publicText();
        for (String process : PROCESSES) for (CaseTask task : tasks.of(process, number)) views.reword(task, text);
    }
}
