package org.tiyanguan.annual.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualDiagram;
import org.tiyanguan.annual.AnnualDiagram.Variable;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.officer.OfficerInvitations;
import org.tiyanguan.security.CurrentUser;

/** What an officer says of the year; nobody else's. */
@Component
@Transactional
class OwnOpinionActs implements OfficerInvitations {

    private final AnnualOpinions opinions;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final AnnualTexts texts;

    OwnOpinionActs(AnnualOpinions opinions, CaseTasks tasks, CurrentUser user, AnnualTexts texts) {
        this.opinions = opinions;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    /** Of the current user, the newest year first. */
    @Transactional(readOnly = true)
    public List<AnnualOpinion> own() {
        return opinions.by(user.id().orElseThrow());
    }

    /** The current user's open task of that year. */
    @Transactional(readOnly = true)
    public Optional<CaseTask> task(String number) {
        return task(number, user.id().orElseThrow());
    }

    public void say(int year, String text) {
        CaseTask open = task(Summaries.numberOf(year)).orElseThrow(() -> texts.refusal(null, "no-task"));
        tasks.complete(open.id(), Map.of(Variable.OPINION_TEXT, text));
    }

    /** While the officer is asked. */
    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(String account) {
        return opinions.by(account).stream()
                .flatMap(one -> task(one.number(), account).stream())
                .map(task -> new Entry(
                        texts.of("ask"),
                        task.due() == null ? "" : texts.of("until", texts.time(task.due())),
                        "/officer/annual",
                        texts.of("asked"),
                        true))
                .toList();
    }

    private Optional<CaseTask> task(String number, String account) {
        return tasks.of(AnnualDiagram.KEY, number).stream()
                .filter(task -> task.key().equals(AnnualDiagram.OPINION_TASK) && account.equals(task.assignee()))
                .findFirst();
    }
}
