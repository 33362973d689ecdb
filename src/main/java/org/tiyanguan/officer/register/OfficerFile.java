package org.tiyanguan.officer.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.officer.Merits;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.OfficerSections;
import org.tiyanguan.officer.OfficerSections.Section;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.PersonalFacts;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** The file of one officer: who it is, the terms, the points, and what features add. */
@Component
@Transactional
class OfficerFile {

    private final Officers officers;
    private final Terms terms;
    private final Merits merits;
    private final List<PersonalFacts> facts;
    private final List<OfficerSections> sections;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final RegisterTexts texts;

    OfficerFile(
            Officers officers,
            Terms terms,
            Merits merits,
            List<PersonalFacts> facts,
            List<OfficerSections> sections,
            People people,
            AuditLog audit,
            Clock clock,
            RegisterTexts texts) {
        this.officers = officers;
        this.terms = terms;
        this.merits = merits;
        this.facts = facts;
        this.sections = sections;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public ModelAndView masked(String account) {
        return page(account, false);
    }

    /** Nothing is masked; the look is logged. */
    public ModelAndView whole(String account) {
        ModelAndView page = page(account, true);
        audit.record(AuditKind.PERSONAL, texts.of("read", people.nameOf(account), account));
        return page;
    }

    private ModelAndView page(String account, boolean whole) {
        Officer officer = officers.withAccount(account).orElse(null);
        if (officer == null && !people.isMember(account, Roles.OFFICER)) throw new NotFound();
        LocalDate today = LocalDate.now(clock);
        List<Term> chain = terms.of(account);
        int first = chain.isEmpty()
                ? today.getYear()
                : Math.min(today.getYear(), chain.get(0).termFrom().getYear());
        return new ModelAndView("officer/file")
                .addObject("account", account)
                .addObject("name", people.nameOf(account))
                .addObject("officer", officer)
                .addObject(
                        "unit", officer == null || officer.unit() == null ? null : people.nameOfGroup(officer.unit()))
                .addObject(
                        "ties",
                        officers.ties(account).stream()
                                .map(people::departmentName)
                                .toList())
                .addObject("standing", Standing.of(chain, today))
                .addObject("today", today)
                .addObject("terms", chain)
                .addObject("whole", whole)
                .addObject("facts", officer == null ? List.of() : facts(officer.application(), whole))
                .addObject(
                        "merits",
                        IntStream.rangeClosed(first, today.getYear())
                                .mapToObj(year -> merits.of(account, first + today.getYear() - year))
                                .toList())
                .addObject("sections", sections(account));
    }

    private List<PersonalFacts.Fact> facts(String application, boolean whole) {
        return facts.stream()
                .flatMap(some -> some.of(application, whole).stream())
                .toList();
    }

    private List<Section> sections(String account) {
        return sections.stream()
                .flatMap(some -> some.of(account).stream())
                .sorted(Comparator.comparingInt(Section::position))
                .toList();
    }
}
