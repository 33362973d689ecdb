package org.tiyanguan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Checklists;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.RecordPhotos;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.ExperienceMode;

/** What the demo's people do in assignments: plans are made, records are written, and one is withdrawn. */
@Component
@Profile("demo")
class ExperienceDeeds {

    /** The one who reports a finding. */
    static final String REPORTER = "officer";

    private final Visits visits;
    private final Records records;
    private final RecordPhotos photos;
    private final Checklists checklists;
    private final Assignments assignments;
    private final Surveys surveys;
    private final CaseMessages messages;

    ExperienceDeeds(
            Visits visits,
            Records records,
            RecordPhotos photos,
            Checklists checklists,
            Assignments assignments,
            Surveys surveys,
            CaseMessages messages) {
        this.visits = visits;
        this.records = records;
        this.photos = photos;
        this.checklists = checklists;
        this.assignments = assignments;
        this.surveys = surveys;
        this.messages = messages;
    }

    /** The id of the first that there is for the mode. */
    String checklist(String mode) {
        return checklists.of(ExperienceMode.valueOf(mode)).stream()
                .map(list -> String.valueOf(list.id()))
                .findFirst()
                .orElseThrow();
    }

    void withdraw(String assignment, String reason) {
        assignments.reason(assignment, reason);
        messages.send("assignment-withdrawn", assignment, Map.of());
    }

    /** Keeps what the officer wrote down, until the task is completed. */
    void draft(String assignment, String officer, LocalDate day, boolean reports) {
        Visit visit = visit(assignment, officer);
        Map<String, String> typed = new TreeMap<>();
        for (int item = 0; item < 13; item++)
            typed.put("rating-" + item, item == 5 ? "NONE" : String.valueOf(5 - (item + officer.length()) % 3));
        typed.put("note-3", "填表台没有样张，老人看不清小字。");
        if (reports) finding(day).forEach((field, value) -> typed.put("f1-" + field, value));
        Map<String, List<Resource>> taken =
                reports ? Map.of("f1", List.of(new ByteArrayResource(DemoPictures.table("整改前", 0xe8d9c3)))) : Map.of();
        records.save(
                officer,
                UUID.randomUUID().toString(),
                visit.id(),
                null,
                new RecordContent(typed),
                photos.prepare(taken),
                List.of());
    }

    /** Citizens and companies answer the officer's survey. */
    void answer(String assignment, String officer) {
        long visit = visit(assignment, officer).id();
        answer(visit, "企业开办要跑两个窗口，材料交了两遍，希望能一次收齐。", "qiye@example.org", 2, 3);
        answer(visit, "打12345反映路灯不亮，第三天就修好了，点赞。", null, 5, 5);
        answer(visit, "最盼望社区能办老年证，不用坐车到市里。", null, 4, 3);
        answer(visit, null, null, 4, 4);
    }

    private void answer(long visit, @Nullable String text, @Nullable String email, int open, int heard) {
        surveys.add(visit, UUID.randomUUID().toString(), text, email, Map.of(0, open, 1, heard));
    }

    private Visit visit(String assignment, String officer) {
        return visits.of(assignment).stream()
                .filter(each -> each.officer().equals(officer))
                .findFirst()
                .orElseThrow();
    }

    /** The ledger number of what was reported. */
    String reported() {
        return visits.ofOfficer(REPORTER).stream()
                .flatMap(visit -> records.ofVisit(visit.id()).stream())
                .flatMap(record -> records.ledgerNumbers(record.number()).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> finding(LocalDate day) {
        return Map.of(
                "kind",
                "PROBLEM",
                "title",
                "填表台没有样张，字太小",
                "description",
                "填写失业登记表时没有样张可看，同去的两位老人看不清小字，填错重来了两次。",
                "place",
                "一楼B区填表台",
                "occurredOn",
                day.toString(),
                "serviceItem",
                "失业登记",
                "urgency",
                "NORMAL");
    }
}
