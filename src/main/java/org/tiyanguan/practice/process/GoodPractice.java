package org.tiyanguan.practice.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Moments;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.Practice.Checked;
import org.tiyanguan.practice.Practice.Consent;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.PracticeSettings;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.security.Roles;

/** What {@code good-practice.bpmn} calls until a practice is published or given up. */
@ForModels
@Component("goodPractice")
@Transactional
public class GoodPractice {

    private final Practices practices;
    private final PracticeVersions versions;
    private final CaseSteps history;
    private final PracticeWriting writing;
    private final PracticeNotices notices;
    private final Reporters reporters;
    private final PracticeSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final PracticeTexts texts;

    GoodPractice(
            Practices practices,
            PracticeVersions versions,
            CaseSteps history,
            PracticeWriting writing,
            PracticeNotices notices,
            Reporters reporters,
            PracticeSettings settings,
            WorkCalendar calendar,
            Clock clock,
            PracticeTexts texts) {
        this.practices = practices;
        this.versions = versions;
        this.history = history;
        this.writing = writing;
        this.notices = notices;
        this.reporters = reporters;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    // ---- whether it is worth it

    public boolean isByCenter(@OwnCase String number) {
        return practices.practice(number).nominatedBy() == Nominator.CENTER;
    }

    public Date nominationDue() {
        return in(settings.nominationDays());
    }

    public void awaitNomination(@OwnCase String number) {
        notices.nominated(practices.practice(number));
    }

    /** The centre takes it up, or leaves it and says why. */
    public void nominate(@OwnCase String number, String nomination, @Nullable String reason) {
        if (nomination.equals("TAKE")) {
            practices.moveTo(number, State.WRITING);
            history.add(number, "TAKE", null);
            return;
        }
        String why = said(reason);
        practices.leave(number, State.LEFT, why);
        history.add(number, "LEAVE", why);
    }

    /** Whoever nominated it hears why it was left, or not written up to the end. */
    public void tellGivenUp(@OwnCase String number) {
        notices.givenUp(practices.practice(number));
    }

    // ---- the text

    public Date writingDue() {
        return in(settings.writingDays());
    }

    /** From now on a text is in work. */
    public void awaitText(@OwnCase String number) {
        practices.moveTo(number, State.WRITING);
    }

    /** The centre submits its text, or gives it up with a reason. */
    public void write(@OwnCase String number, String writing, @Nullable String reason, Map<String, Object> form) {
        if (writing.equals("SUBMIT")) this.writing.submit(practices.practice(number), form);
        else {
            practices.remark(number, said(reason));
            history.add(number, "GIVE_UP", said(reason));
        }
    }

    public Date checkDue() {
        return in(settings.checkDays());
    }

    /** The group of the responsible department. */
    public String responsible(@OwnCase String number) {
        return Roles.department(practices.practice(number).department());
    }

    public void awaitCheck(@OwnCase String number) {
        notices.check(practices.practice(number), texts.time(deadline(settings.checkDays())));
    }

    /** The responsible department agrees, or says what is to be corrected. */
    public void check(@OwnCase String number, String check, @Nullable String correction) {
        boolean agrees = check.equals("AGREE");
        practices.check(number, agrees ? Checked.AGREED : Checked.CORRECTED, agrees ? null : said(correction));
        history.add(number, agrees ? "AGREE" : "CORRECT", agrees ? null : said(correction));
        if (!agrees) notices.corrected(practices.practice(number));
    }

    public boolean isCorrected(@OwnCase String number) {
        return practices.practice(number).checked() == Checked.CORRECTED;
    }

    // ---- the officer

    /** Whether the text names the officer, as the centre says. */
    public boolean namesOfficer(@OwnCase String number) {
        return versions.newest(number).orElseThrow().namesOfficer();
    }

    @ForAssignee
    public String officer(@OwnCase String number) {
        return reporters.account(practices.practice(number).ledger()).orElseThrow();
    }

    public Date consentDue() {
        return in(settings.consentDays());
    }

    public void awaitConsent(@OwnCase String number) {
        silentCheck(number);
        practices.moveTo(number, State.CONSENT);
        notices.consent(practices.practice(number), officer(number), texts.time(deadline(settings.consentDays())));
    }

    public void consent(@OwnCase String number, String consent) {
        boolean given = consent.equals("YES");
        practices.consent(number, given ? Consent.GIVEN : Consent.REFUSED);
        history.add(number, given ? "CONSENT" : "REFUSE", null);
    }

    // ---- the leader

    public Date leaderDue() {
        return in(settings.leaderDays());
    }

    /** Silence of the department agrees, that of the officer does not. */
    public void awaitApproval(@OwnCase String number) {
        silentCheck(number);
        if (namesOfficer(number) && practices.practice(number).consent() == null) {
            practices.consent(number, Consent.SILENT);
            history.add(number, "SILENT", null);
        }
        practices.moveTo(number, State.APPROVAL);
        notices.approve(practices.practice(number));
    }

    private void silentCheck(String number) {
        if (practices.practice(number).checked() != null) return;
        practices.check(number, Checked.SILENT, null);
        history.add(number, "UNCHECKED", null);
    }

    /** {@code reason} is for a text that goes back, or is dropped. */
    public void approve(@OwnCase String number, String approval, @Nullable String reason) {
        switch (approval) {
            case "APPROVE" -> history.add(number, "APPROVE", null);
            case "BACK" -> {
                practices.sendBack(number, said(reason));
                history.add(number, "BACK", said(reason));
                notices.sentBack(practices.practice(number), said(reason));
            }
            default -> {
                practices.remark(number, said(reason));
                history.add(number, "DROP", said(reason));
                notices.dropped(practices.practice(number), said(reason));
            }
        }
    }

    /** Whether everybody may read an earlier text. */
    public boolean isPublic(@OwnCase String number) {
        return practices.practice(number).isPublic();
    }

    /** Nothing was published and nothing will be; the entry may be nominated again. */
    public void drop(@OwnCase String number) {
        practices.leave(number, State.DROPPED, said(practices.practice(number).remark()));
        notices.givenUp(practices.practice(number));
    }

    /** The new text is given up, and the published one stays. */
    public void keep(@OwnCase String number) {
        versions.drop(number);
        practices.moveTo(number, State.PUBLIC);
        history.add(number, "KEEP", null);
    }

    private static String said(@Nullable String reason) {
        return Objects.requireNonNull(reason, "the form has checked that there is a reason")
                .strip();
    }

    private Date in(int workingDays) {
        return Moments.date(deadline(workingDays), clock);
    }

    private LocalDateTime deadline(int workingDays) {
        return calendar.deadline(LocalDateTime.now(clock), workingDays);
    }
}
