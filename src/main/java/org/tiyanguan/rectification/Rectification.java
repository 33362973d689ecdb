package org.tiyanguan.rectification;

import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.ForAssignee;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * What {@code rectification.bpmn} calls for the whole case. Each method is one step, in the transaction of the act that
 * led to it; a {@link org.tiyanguan.core.Refusal} undoes both.
 */
@ForModels
@Component("rectification")
@Transactional
public class Rectification {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final Parts parts;
    private final Reporters reporters;
    private final Reports reports;
    private final FindingRegistration registration;
    private final PublicTexts texts;
    private final Publishing publishing;
    private final PartAssignment assigning;
    private final Proposals proposals;
    private final Deadlines deadlines;
    private final LoopNotices notices;
    private final People people;
    private final Texts words;
    private final Triage triage;
    private final Verification verification;
    private final Answers answers;

    Rectification(
            Ledger ledger,
            LedgerHistory history,
            Parts parts,
            Reporters reporters,
            Reports reports,
            FindingRegistration registration,
            PublicTexts texts,
            Publishing publishing,
            PartAssignment assigning,
            Proposals proposals,
            Deadlines deadlines,
            LoopNotices notices,
            People people,
            Texts words,
            Triage triage,
            Verification verification,
            Answers answers) {
        this.ledger = ledger;
        this.history = history;
        this.parts = parts;
        this.reporters = reporters;
        this.reports = reports;
        this.registration = registration;
        this.texts = texts;
        this.publishing = publishing;
        this.assigning = assigning;
        this.proposals = proposals;
        this.deadlines = deadlines;
        this.notices = notices;
        this.people = people;
        this.words = words;
        this.triage = triage;
        this.verification = verification;
        this.answers = answers;
    }

    /** Opens the ledger entry of a report and tells the reporter; returns the ledger number. */
    @BeginsCase
    public String register(Map<String, Object> form) {
        return registration.enter(reports.read(form), Origin.FORM);
    }

    /** The start form's variables, to be forgotten once they stand in the ledger: they name the reporter. */
    public Collection<String> getReportFields() {
        return Report.fields();
    }

    /** What centre or leader wrote, as it may become a variable that departments see; null for null. */
    public @Nullable String forDepartments(@OwnCase String number, @Nullable String text) {
        return texts.of(number, text);
    }

    public Date centerDue() {
        return deadlines.centerDue();
    }

    public Date leaderDue() {
        return deadlines.leaderDue();
    }

    public Date confirmBy() {
        return deadlines.confirmBy();
    }

    public void awaitTriage(@OwnCase String number) {
        triage.await(number);
    }

    /**
     * What the triage form starts with: what the centre said before, if it did, and a topic that is proposed otherwise.
     */
    public @Nullable String topicOf(@OwnCase String number, Object proposed) {
        Topic said = ledger.entry(number).topic();
        if (said != null) return said.name();
        return Stream.of(Topic.values())
                .map(Topic::name)
                .filter(name -> name.equals(proposed))
                .findFirst()
                .orElse(null);
    }

    /** The centre says what the finding is about. */
    public void classify(@OwnCase String number, String topic) {
        ledger.topic(number, Topic.valueOf(topic));
    }

    /**
     * What the triage form starts with: the text for departments as it is now; {@code field} is one of the report's.
     */
    public @Nullable String publicText(@OwnCase String number, String field) {
        return ledger.entry(number).publicText().byField().get(field);
    }

    /** The centre says what departments read, if the entry goes on to them. */
    public void publish(
            @OwnCase String number, String triage, String title, String description, String place, String serviceItem) {
        if (triage.equals("ACCEPT"))
            publishing.accept(ledger.entry(number), new Wording(title, description, place, serviceItem));
    }

    /** The centre accepts, merges into the entry {@code mergeInto}, or answers without rectification. */
    public void triage(@OwnCase String number, String triage, String reason, String mergeInto, boolean needsOthers) {
        this.triage.decide(number, triage, reason.strip(), mergeInto, needsOthers);
    }

    /** What the decision tables for topics and departments read: service item, title and description. */
    public String textOf(@OwnCase String number) {
        Wording original = ledger.entry(number).original();
        return String.join(" ", original.serviceItem(), original.title(), original.description());
    }

    public String kindOf(@OwnCase String number) {
        return ledger.entry(number).kind().name();
    }

    public String urgencyOf(@OwnCase String number) {
        return ledger.entry(number).urgency().name();
    }

    public boolean needsOthers(@OwnCase String number) {
        return ledger.entry(number).needsOthers();
    }

    /**
     * What row {@code n} of the assigning form starts with: the n-th department proposed; null when there are fewer.
     */
    public @Nullable String proposedDepartment(Object departments, int n) {
        return Proposals.nth(proposals.departments(departments), n);
    }

    /**
     * What row {@code n} of the assigning form starts with: of what came back, whoever mended it before; otherwise the
     * n-th department proposed. Null when there are fewer.
     */
    public @Nullable String departmentFor(@OwnCase String number, Object departments, int n) {
        return Proposals.nth(assigning.proposed(number, departments), n);
    }

    public int proposedAcceptDays(Object proposal) {
        return proposals.days(proposal).accept();
    }

    public int proposedRectifyDays(Object proposal) {
        return proposals.days(proposal).rectify();
    }

    public int proposedRemindDays(Object proposal) {
        return proposals.days(proposal).remind();
    }

    public String usualInstruction() {
        return words.of("instruction");
    }

    /** Gives each department of the form {@code center-assign} its part; see {@link PartAssignment#assign}. */
    public void assign(@OwnCase String number, Map<String, Object> form) {
        assigning.assign(ledger.entry(number), AssignmentForm.of(form));
        ledger.moveTo(number, EntryState.RECTIFY);
    }

    public void awaitVerification(@OwnCase String number) {
        ledger.moveTo(number, EntryState.VERIFY);
        notices.verify(ledger.entry(number));
    }

    @ForTask
    public @Nullable String answerOf(@OwnCase String number) {
        return ledger.entry(number).answer();
    }

    /** The centre finds the rectification good and drafts the answer, or sends chosen departments back to work. */
    public void verify(
            @OwnCase String number,
            String verification,
            String method,
            String note,
            String answer,
            Object rework,
            Integer reworkDays) {
        this.verification.decide(
                ledger.entry(number),
                verification,
                words.of("verified", words.label("verify-method", method), note.strip()),
                note.strip(),
                answer,
                rework,
                reworkDays);
    }

    /** Whether there is an officer to ask: whoever reported may have left the office since. */
    public boolean reportedByOfficer(@OwnCase String number) {
        return reporters
                .account(number)
                .filter(account -> people.isMember(account, Roles.OFFICER))
                .isPresent();
    }

    @ForAssignee
    public String reporterAccount(@OwnCase String number) {
        return reporters.account(number).orElseThrow();
    }

    public void awaitConfirmation(@OwnCase String number) {
        ledger.moveTo(number, EntryState.CONFIRM);
        notices.confirm(ledger.entry(number));
    }

    /** The officer confirms with a rating of 1 to 5, or objects, once. */
    public void confirm(@OwnCase String number, String confirmation, String rating, String objection) {
        verification.confirm(ledger.entry(number), confirmation, rating, objection);
    }

    public void confirmBySilence(@OwnCase String number) {
        history.record(ledger.entry(number), Act.SILENT, words.of("silent"));
    }

    /**
     * Sends the drafted answer and closes the entry. The main entry's answer goes to somebody else than who reported
     * that.
     */
    public void answer(@OwnCase String number, String outcome) {
        answers.close(number, Outcome.valueOf(outcome));
    }

    /** Lets the entries merged into this one go on: to their answer, or back to triage if this one was withdrawn. */
    public void releaseMerged(@OwnCase String number) {
        answers.releaseMerged(number);
    }

    public void urge(@OwnCase String number, String reason) {
        parts.open(number).forEach(part -> notices.urge(part, reason));
    }

    public void supervise(@OwnCase String number, String reason) {
        parts.open(number).forEach(part -> notices.supervise(part, reason));
    }
}
