package org.tiyanguan.rectification;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;

/** What the centre makes of the reporter's words for departments (转办文本), at triage and later. */
@Component
@Transactional
class Publishing {

    /** Whose tasks show the case. */
    private static final List<String> PROCESSES = List.of("rectification", "colleague-opinion");

    private final Ledger ledger;
    private final LedgerHistory history;
    private final PublicTexts texts;
    private final CaseViews views;
    private final CaseTasks tasks;
    private final Words words;

    Publishing(Ledger ledger, LedgerHistory history, PublicTexts texts, CaseViews views, CaseTasks tasks, Words words) {
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
    void change(String number, Wording typed) {
        Entry entry = ledger.lock(number).orElseThrow();
        if (entry.state() == EntryState.TRIAGE) throw words.refusal(null, "public-text.triage");
        accept(
                entry,
                new Wording(
                        words.required("title", typed.title(), 1, 120),
                        words.required("description", typed.description(), 1, 4000),
                        words.required("place", typed.place(), 1, 240),
                        words.required("serviceItem", typed.serviceItem(), 1, 240)));
        Wording text = ledger.entry(number).publicText();
        for (String process : PROCESSES)
            for (CaseTask task : tasks.of(process, number))
                views.inWords(tasks.caseView(task.id()), text).ifPresent(view -> tasks.showCaseView(task.id(), view));
    }
}
