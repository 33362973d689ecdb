package org.tiyanguan.colleague;

import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;

/** What a case's history says of colleagues: the task, whom it concerns, and the note. */
@Component
public class CooperationTexts {

    private final People people;
    private final ColleagueTexts texts;

    CooperationTexts(People people, ColleagueTexts texts) {
        this.people = people;
        this.texts = texts;
    }

    public String of(Cooperation act) {
        String task = act.task().name();
        if (act.to() == null) return act.note().isEmpty() ? task : texts.of("step.nobody", task, act.note());
        String to = people.nameOf(act.to());
        return act.note().isEmpty() ? texts.of("step", task, to) : texts.of("step.note", task, to, act.note());
    }
}
