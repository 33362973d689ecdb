package org.tiyanguan.practice.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.practice.Adoptions;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.Practice.Consent;
import org.tiyanguan.practice.PracticeRelapses;
import org.tiyanguan.practice.PracticeSettings;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.PracticeWords;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Relapse.Decision;
import org.tiyanguan.security.People;

/** What {@code good-practice.bpmn} calls once everybody may read a practice: publish it, look after it, withdraw it. */
@ForModels
@Component("publicPractice")
@Transactional
public class PublicPractice {

    private final Practices practices;
    private final PracticeVersions versions;
    private final Adoptions adoptions;
    private final PracticeRelapses relapses;
    private final CaseSteps history;
    private final PracticeWords words;
    private final PracticeNotices notices;
    private final Reporters reporters;
    private final People people;
    private final PracticeSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    PublicPractice(
            Practices practices,
            PracticeVersions versions,
            Adoptions adoptions,
            PracticeRelapses relapses,
            CaseSteps history,
            PracticeWords words,
            PracticeNotices notices,
            Reporters reporters,
            People people,
            PracticeSettings settings,
            WorkCalendar calendar,
            Clock clock) {
        this.practices = practices;
        this.versions = versions;
        this.adoptions = adoptions;
        this.relapses = relapses;
        this.history = history;
        this.words = words;
        this.notices = notices;
        this.reporters = reporters;
        this.people = people;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Everybody may read the newest text, and all other departments are asked what they do about it. */
    public void publish(@OwnCase String number) {
        Practice practice = practices.practice(number);
        boolean again = practice.isPublic();
        PracticeText text = versions.newest(number).orElseThrow();
        versions.publish(text);
        boolean named = text.namesOfficer() && practice.consent() == Consent.GIVEN;
        practices.publish(
                number,
                text,
                named ? reporters.account(practice.ledger()).map(people::nameOf).orElse(null) : null);
        history.add(number, again ? "REVISED" : "PUBLISH", null);
        LocalDateTime due = deadline(settings.adoptDays());
        people.departments().stream()
                .map(People.Department::code)
                .filter(code -> !code.equals(practice.department()))
                .forEach(code -> adoptions.ask(number, code, due));
        notices.published(practices.practice(number));
    }

    /** The start of business, some months from now. */
    public Date effectAt() {
        LocalDate day = LocalDate.now(clock).plusMonths(settings.effectMonths());
        return Moments.date(
                calendar.startOfBusiness(calendar.isWorkday(day) ? day : calendar.plusWorkdays(day, 1)), clock);
    }

    public Date effectDue() {
        return in(settings.effectDays());
    }

    public void awaitEffect(@OwnCase String number) {
        notices.effect(practices.practice(number));
    }

    /** The centre says whether it still works. */
    public void checkEffect(@OwnCase String number, String effect, String reason) {
        practices.looked(number);
        decide(number, Decision.valueOf(effect), "effectReason", "EFFECT_", reason.strip());
    }

    public Date relapseDue() {
        return in(settings.relapseDays());
    }

    /** The centre says what the finding about the same problem means for the practice. */
    public void lookAtRelapse(@OwnCase(PracticeRelapses.class) long relapse, String decision, String reason) {
        String number = relapses.relapse(relapse).practice();
        relapses.decide(relapse, Decision.valueOf(decision), reason.strip());
        decide(number, Decision.valueOf(decision), "relapseReason", "RELAPSE_", reason.strip());
    }

    private void decide(String number, Decision decision, String field, String act, String reason) {
        if (decision == Decision.WITHDRAW) {
            List<Fault> faults = words.faults(practices.practice(number).ledger(), Map.of(field, reason));
            if (!faults.isEmpty()) throw new Refusal(faults);
        }
        if (decision != Decision.STAYS) practices.remark(number, reason);
        history.add(number, act + decision, reason);
    }

    /** Everybody reads from now on that it was withdrawn, and why. */
    public void withdraw(@OwnCase String number) {
        String reason = Objects.requireNonNull(practices.practice(number).remark(), "somebody said why");
        practices.withdraw(number, reason);
        history.add(number, "WITHDRAW", reason);
        notices.withdrawn(practices.practice(number), adoptions.of(number));
    }

    private Date in(int workingDays) {
        return Moments.date(deadline(workingDays), clock);
    }

    private LocalDateTime deadline(int workingDays) {
        return calendar.deadline(LocalDateTime.now(clock), workingDays);
    }
}
