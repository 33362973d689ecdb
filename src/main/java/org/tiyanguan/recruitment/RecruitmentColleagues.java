package org.tiyanguan.recruitment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.Cooperation;
import org.tiyanguan.colleague.Cooperation.Kind;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** What colleagues do about the tasks of recruitment stands in the history; who it concerns is told. */
@Component
@Transactional
class RecruitmentColleagues {

    private static final Set<String> PROCESSES = Set.of("recruitment", "application");

    /** By what each notice calls the note. */
    private static final Map<Kind, String[]> TOLD = Map.of(
            Kind.HAND_OVER, new String[] {"handed-over", "reason"},
            Kind.DELEGATE, new String[] {"delegated", "request"},
            Kind.GIVE_BACK, new String[] {"given-back", "done"},
            Kind.TAKE_BACK, new String[] {"taken-back", "reason"},
            Kind.ASK_OPINION, new String[] {"opinion-asked", "question"},
            Kind.GIVE_OPINION, new String[] {"opinion-given", "reply"},
            Kind.DROP_OPINION, new String[] {"opinion-dropped", "note"},
            Kind.COPY, new String[] {"copied", "note"});

    private final RecruitmentHistory history;
    private final Notices notices;
    private final People people;
    private final CurrentUser user;
    private final Texts texts;

    RecruitmentColleagues(
            RecruitmentHistory history, Notices notices, People people, CurrentUser user, Texts texts) {
        this.history = history;
        this.notices = notices;
        this.people = people;
        this.user = user;
        this.texts = texts;
    }

    @EventListener
    void on(Cooperation act) {
        if (!PROCESSES.contains(act.task().process())) return;
        history.record(act.task().number(), Step.valueOf(act.kind().name()), text(act));
        if (TOLD.containsKey(act.kind())) tell(act, TOLD.get(act.kind()));
    }

    private void tell(Cooperation act, String[] told) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("task", act.task().name());
        facts.put("from", user.name().orElse(""));
        if (!act.note().isEmpty()) facts.put(told[1], act.note());
        notices.toUser(act.to(), told[0], act.task().number(), facts);
    }

    private String text(Cooperation act) {
        if (act.to() == null) return act.task().name();
        String to = texts.of("colleague", act.task().name(), people.nameOf(act.to()));
        return act.note().isEmpty() ? to : texts.of("colleague.note", to, act.note());
    }
}
