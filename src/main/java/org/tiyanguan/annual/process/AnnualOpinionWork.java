package org.tiyanguan.annual.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualOpinion.Adoption;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.AnnualSettings;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;

/** What the diagram calls where officers say what they think of the year, and the centre answers each of them. */
@ForModels
@Component("annualOpinionWork")
@Transactional
public class AnnualOpinionWork {

    public static final int LONGEST = 1000;

    private final AnnualOpinions opinions;
    private final Summaries summaries;
    private final AnnualNotices notices;
    private final CaseSteps history;
    private final AnnualSettings settings;
    private final WorkCalendar calendar;
    private final AnnualTexts texts;
    private final Clock clock;

    AnnualOpinionWork(
            AnnualOpinions opinions,
            Summaries summaries,
            AnnualNotices notices,
            CaseSteps history,
            AnnualSettings settings,
            WorkCalendar calendar,
            AnnualTexts texts,
            Clock clock) {
        this.opinions = opinions;
        this.summaries = summaries;
        this.notices = notices;
        this.history = history;
        this.settings = settings;
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    /** One for each officer who was in office when the figures were frozen. */
    public List<Long> all(@OwnCase String number) {
        return opinions.of(number).stream().map(AnnualOpinion::id).toList();
    }

    /** The account of the officer who is asked. */
    @ForAssignee
    public String officer(@OwnCase(AnnualOpinions.class) long opinion) {
        return opinions.opinion(opinion).account();
    }

    public Date opinionDue() {
        return due(settings.opinionDays());
    }

    /** Tells the officer that they are asked. */
    public void ask(@OwnCase(AnnualOpinions.class) long opinion) {
        AnnualOpinion one = opinions.opinion(opinion);
        notices.asked(
                summaries.summary(one.number()),
                one,
                calendar.deadline(LocalDateTime.now(clock), settings.opinionDays()));
    }

    /** The text may be left empty. */
    public void say(@OwnCase(AnnualOpinions.class) long opinion, @Nullable String text) {
        String said = texts.length("opinionText", text, 0, LONGEST);
        if (!said.isEmpty()) opinions.say(opinion, said);
    }

    /** Those that say something and have no answer yet. */
    public List<Long> unanswered(@OwnCase String number) {
        return opinions.of(number).stream()
                .filter(AnnualOpinion::isUnanswered)
                .map(AnnualOpinion::id)
                .toList();
    }

    public Date answerDue() {
        return due(settings.answerDays());
    }

    public void answer(@OwnCase(AnnualOpinions.class) long opinion, String adoption, String answer) {
        opinions.answer(opinion, Adoption.valueOf(adoption), answer.strip());
        history.add(opinions.opinion(opinion).number(), "ANSWER", null);
    }

    /** The officer hears whether it was adopted, and why. */
    public void tell(@OwnCase(AnnualOpinions.class) long opinion) {
        AnnualOpinion one = opinions.opinion(opinion);
        notices.opinionAnswered(summaries.summary(one.number()), one);
    }

    private Date due(int workingDays) {
        return Moments.date(calendar.deadline(LocalDateTime.now(clock), workingDays), clock);
    }
}
