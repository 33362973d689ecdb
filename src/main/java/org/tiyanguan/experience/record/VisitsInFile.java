package org.tiyanguan.experience.record;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.OfficerSections;

/** An officer's visits in their file, the newest first. */
@Component
class VisitsInFile implements OfficerSections {

    private static final int MOST = 50;

    private final Visits visits;
    private final Assignments assignments;
    private final ExperienceTexts texts;

    VisitsInFile(Visits visits, Assignments assignments, ExperienceTexts texts) {
        this.visits = visits;
        this.assignments = assignments;
        this.texts = texts;
    }

    @Override
    public List<Section> of(String account) {
        List<Visit> all = visits.ofOfficer(account);
        return List.of(new Section(
                texts.of("section", all.size()),
                10,
                all.stream().limit(MOST).map(this::row).toList()));
    }

    private Row row(Visit visit) {
        return new Row(
                visit.assignment(),
                "/assignments/" + visit.assignment(),
                texts.of(
                        "section.row",
                        assignments.assignment(visit.assignment()).title(),
                        texts.label("visit", visit.state()),
                        (visit.settledAt() == null ? visit.invitedAt() : visit.settledAt()).toLocalDate()));
    }
}
