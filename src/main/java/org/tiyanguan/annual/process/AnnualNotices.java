package org.tiyanguan.annual.process;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Check;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Who is told what about a year's summary. Departments and units read of no officer. */
@Component
class AnnualNotices {

    private final Notices notices;
    private final PublicWords words;
    private final People people;
    private final AnnualTexts texts;

    AnnualNotices(Notices notices, PublicWords words, People people, AnnualTexts texts) {
        this.notices = notices;
        this.words = words;
        this.people = people;
        this.texts = texts;
    }

    void opened(Summary summary) {
        notices.toGroup(Roles.CENTER, "annual-opened", summary.number(), facts(summary));
        people.departments()
                .forEach(one -> notices.toGroup(
                        Roles.department(one.code()), "annual-check", summary.number(), facts(summary)));
    }

    void contested(Check check, String contested) {
        notices.toGroup(
                Roles.CENTER,
                "annual-contested",
                check.number(),
                Map.of("department", check.name(), "contested", contested));
    }

    void contestAnswered(Summary summary, Check check, Contest contest) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("contested", contest.ledger());
        facts.put("decision", texts.label("answer", contest.answer()));
        String reason = Objects.requireNonNull(contest.answerReason(), "answered");
        facts.put("reason", words.masked(summary.summaryYear(), reason));
        notices.toGroup(Roles.department(check.department()), "annual-contest-answered", check.number(), facts);
    }

    void asked(Summary summary, AnnualOpinion opinion, LocalDateTime until) {
        Map<String, String> facts = facts(summary);
        facts.put("due", texts.time(until));
        notices.toUser(opinion.account(), "annual-asked", summary.number(), facts);
    }

    void opinionAnswered(Summary summary, AnnualOpinion opinion) {
        Map<String, String> facts = facts(summary);
        facts.put("opinion", Objects.requireNonNull(opinion.text(), "said"));
        facts.put("decision", texts.label("adoption", opinion.adoption()));
        facts.put("answer", Objects.requireNonNull(opinion.answer(), "answered"));
        notices.toUser(opinion.account(), "annual-opinion-answered", summary.number(), facts);
    }

    void approve(Summary summary, Version version) {
        Map<String, String> facts = facts(summary);
        if (version.reason() != null) facts.put("reason", version.reason());
        if (summary.note() != null) facts.put("note", summary.note());
        notices.toGroup(Roles.LEADER, "annual-approve", summary.number(), facts);
    }

    void sentBack(Summary summary, String reason) {
        Map<String, String> facts = facts(summary);
        facts.put("reason", reason);
        notices.toGroup(Roles.CENTER, "annual-sent-back", summary.number(), facts);
    }

    void notMet(Summary summary) {
        notices.toGroup(Roles.CENTER, "annual-not-met", summary.number(), facts(summary));
    }

    /** The circular (通报), or the erratum (勘误), which the mail brings along. */
    void issued(Summary summary, Version version) {
        Map<String, String> facts = facts(summary);
        if (version.reason() != null) facts.put("reason", version.reason());
        List<String> groups = new ArrayList<>();
        people.departments().forEach(one -> groups.add(Roles.departmentHead(one.code())));
        people.units().forEach(one -> groups.add(one.group()));
        notices.toGroups(
                groups, version.isCorrection() ? "annual-corrected" : "annual-issued", summary.number(), facts);
    }

    private Map<String, String> facts(Summary summary) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("year", String.valueOf(summary.summaryYear()));
        return facts;
    }
}
