package org.tiyanguan.practice.page;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeDiagram;
import org.tiyanguan.practice.PracticeDiagram.Variable;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.security.CurrentUser;

/** What an officer answers on the page instead of in Tasklist: whether a text may name them. */
@Component
@Transactional
class OwnConsent {

    /** {@code asked}: whether the answer is still open. */
    record Asked(Practice practice, PracticeText text, boolean asked) {}

    private final Practices practices;
    private final PracticeVersions versions;
    private final Reporters reporters;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final PracticeTexts texts;

    OwnConsent(
            Practices practices,
            PracticeVersions versions,
            Reporters reporters,
            CaseTasks tasks,
            CurrentUser user,
            PracticeTexts texts) {
        this.practices = practices;
        this.versions = versions;
        this.reporters = reporters;
        this.tasks = tasks;
        this.user = user;
        this.texts = texts;
    }

    /** Whether the current user was asked about the newest text. */
    @Transactional(readOnly = true)
    public boolean mayRead(String number) {
        return asked(number).isPresent();
    }

    /** @throws NotFound if the current user was never asked about the newest text */
    @Transactional(readOnly = true)
    public Asked find(String number) {
        return asked(number).orElseThrow(NotFound::new);
    }

    /** @param consent YES or NO */
    public void answer(String number, String consent) {
        String task = task(number).orElseThrow(() -> texts.refusal(null, "answered"));
        tasks.complete(task, Map.of(Variable.CONSENT, consent));
    }

    private Optional<Asked> asked(String number) {
        if (user.id().isEmpty()) return Optional.empty();
        boolean open = task(number).isPresent();
        return practices
                .find(number)
                .filter(one -> reporters.account(one.ledger()).equals(user.id()))
                .filter(one -> open || one.consent() != null)
                .flatMap(one -> versions.newest(number)
                        .filter(PracticeText::namesOfficer)
                        .map(text -> new Asked(one, text, open)));
    }

    private Optional<String> task(String number) {
        return tasks.of(PracticeDiagram.KEY, number).stream()
                .filter(one -> one.key().equals(PracticeDiagram.CONSENT_TASK))
                .filter(one -> user.id().isPresent() && user.id().get().equals(one.assignee()))
                .map(CaseTask::id)
                .findFirst();
    }
}
