package org.tiyanguan.practice.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.security.People;
import org.tiyanguan.web.CaseCards;

/** The practice's title and the department whose it is. */
@Component
class PracticeCards implements CaseCards {

    private final Practices practices;
    private final PublicTexts entries;
    private final People people;

    PracticeCards(Practices practices, PublicTexts entries, People people) {
        this.practices = practices;
        this.entries = entries;
        this.people = people;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number()).flatMap(practices::find).map(this::card);
    }

    private CaseCard card(Practice practice) {
        return new CaseCard(
                practice.number(),
                entries.of(practice.ledger(), practice.title()),
                people.departmentName(practice.department()),
                null);
    }
}
