package org.tiyanguan.annual.process;

import static org.tiyanguan.core.FormValues.chosen;
import static org.tiyanguan.core.FormValues.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Version.State;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.Unseen;

/** A report's way from the draft past the leader to the public, the same for the first version and for corrections. */
@Component
class ReportApproval {

    private final Summaries summaries;
    private final Versions versions;
    private final ReportTexts reports;
    private final PublicWords words;
    private final AnnualList list;
    private final AnnualChecks checks;
    private final AnnualOpinions opinions;
    private final AnnualNotices notices;
    private final CaseSteps history;
    private final AnnualTexts texts;

    ReportApproval(
            Summaries summaries,
            Versions versions,
            ReportTexts reports,
            PublicWords words,
            AnnualList list,
            AnnualChecks checks,
            AnnualOpinions opinions,
            AnnualNotices notices,
            CaseSteps history,
            AnnualTexts texts) {
        this.summaries = summaries;
        this.versions = versions;
        this.reports = reports;
        this.words = words;
        this.list = list;
        this.checks = checks;
        this.opinions = opinions;
        this.notices = notices;
        this.history = history;
        this.texts = texts;
    }

    void submit(String number, @Nullable String note) {
        Version version = lock(number);
        mustBePublic(version);
        versions.submit(version);
        summaries.note(number, note == null || note.isBlank() ? null : note.strip());
        history.add(number, "SUBMIT", null);
        notices.approve(summaries.summary(number), version);
    }

    void decide(String number, boolean back, Map<String, Object> form) {
        if (back) {
            sendBack(number, "approvalReason", text(form, "approvalReason"));
            return;
        }
        strike(number, chosen(form, "struck"), text(form, "struckReason"));
        approve(number);
    }

    /** The text as it lies there is what the leader has approved. */
    void approve(String number) {
        Version version = lock(number);
        if (version.state() != State.SUBMITTED) throw texts.refusal(null, "not-submitted");
        mustBePublic(version);
        versions.approve(version);
        history.add(number, "APPROVE", null);
    }

    /** @param field where the reason stands */
    void sendBack(String number, String field, @Nullable String reason) {
        if (Unseen.isAll(reason)) throw texts.refusal(field, "reason.back");
        Version version = lock(number);
        versions.sendBack(version, reason.strip());
        history.add(number, "BACK", reason.strip());
        notices.sentBack(summaries.summary(number), reason.strip());
    }

    void release(String number, boolean back, @Nullable String reason) {
        if (back) sendBack(number, "releaseReason", reason);
        else mayBeIssued(lock(number));
    }

    void issue(String number) {
        Version version = lock(number);
        mayBeIssued(version);
        versions.issue(version);
        history.add(number, version.isCorrection() ? "ISSUE_CORRECTION" : "ISSUE", null);
    }

    private void strike(String number, List<String> departments, @Nullable String reason) {
        if (departments.isEmpty()) return;
        List<Listed> struck = list.counting(number).stream()
                .filter(one -> departments.contains(one.department()))
                .toList();
        if (struck.size() < departments.size()) throw texts.refusal("struck", "not-listed");
        if (reason == null) throw texts.refusal("struckReason", "reason.strike");
        for (Listed one : struck) {
            list.strike(number, one.department(), reason);
            history.add(number, "STRIKE", texts.of("struck", one.name(), reason));
        }
    }

    /** Approved as it is, and nobody waits for an answer. */
    private void mayBeIssued(Version version) {
        if (version.state() != State.APPROVED) throw texts.refusal(null, "not-approved");
        if (checks.contests(version.number()).stream().anyMatch(Contest::isOpen))
            throw texts.refusal(null, "contest-unanswered");
        if (opinions.of(version.number()).stream().anyMatch(AnnualOpinion::isUnanswered))
            throw texts.refusal(null, "opinion-unanswered");
        mustBePublic(version);
    }

    /** Somebody may have become an officer since a section was saved. */
    private void mustBePublic(Version version) {
        int year = summaries.summary(version.number()).summaryYear();
        reports.of(version).values().forEach(section -> words.check(year, null, section.text()));
    }

    private Version lock(String number) {
        return versions.lock(number, versions.newest(number).version());
    }
}
