package org.tiyanguan.experience.survey;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.SurveySettings;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.VisitSettled;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryMoved;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.notification.Notices;

/**
 * Tells those who answered a survey and left an address what became of it, in the words that departments read, too:
 * they do not say who the officer is. With that their address is forgotten, and where the mail went some days later.
 */
@Component
@Transactional
class SurveyOutcomes {

    private static final String OUTCOME = "survey-outcome";

    private static final String NOTED = "survey-noted";

    private final Surveys surveys;
    private final Visits visits;
    private final Assignments assignments;
    private final Ledger ledger;
    private final Notices notices;
    private final SurveySettings settings;
    private final Clock clock;

    SurveyOutcomes(
            Surveys surveys,
            Visits visits,
            Assignments assignments,
            Ledger ledger,
            Notices notices,
            SurveySettings settings,
            Clock clock) {
        this.surveys = surveys;
        this.visits = visits;
        this.assignments = assignments;
        this.ledger = ledger;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(EntryMoved moved) {
        if (moved.state() != EntryState.CLOSED) return;
        List<Surveys.Wish> waiting = surveys.waitingFor(moved.number());
        if (waiting.isEmpty()) return;
        Entry entry = ledger.entry(moved.number());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", entry.publicText().title());
        if (entry.publicAnswer() != null) facts.put("answer", entry.publicAnswer());
        tell(waiting, OUTCOME, facts);
    }

    /** What nothing was made of is counted, and read by the centre. */
    @EventListener
    void on(VisitSettled settled) {
        List<Surveys.Wish> waiting = surveys.waitingWithout(settled.visit());
        if (waiting.isEmpty()) return;
        String assignment = visits.visit(settled.visit()).assignment();
        tell(waiting, NOTED, Map.of("survey", assignments.assignment(assignment).title()));
    }

    private void tell(List<Surveys.Wish> waiting, String template, Map<String, String> facts) {
        waiting.forEach(wish -> {
            notices.toAddress(wish.email(), template, null, facts);
            surveys.told(wish);
        });
    }

    /** Each night; on several nodes, each finds less to do. */
    @Scheduled(cron = "0 55 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        LocalDateTime before = LocalDateTime.now(clock).minusDays(settings.forgetDays());
        notices.forgetMailed(List.of(OUTCOME, NOTED), before);
    }
}
