package org.tiyanguan.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.CaseNumbers;
import org.tiyanguan.engine.EngineClock;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.evidence.EvidenceAccess;

/** Assignments in every state; of one that ended, the records and a rectification that came of them. */
@Component
@Profile("demo")
class DemoExperience {

    private final ProcessEngine engine;
    private final EngineClock clock;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Evidence evidence;
    private final ObjectMapper json;

    DemoExperience(
            ProcessEngine engine,
            EngineClock clock,
            WorkCalendar calendar,
            JdbcClient jdbc,
            CaseNumbers numbers,
            Evidence evidence,
            ObjectMapper json) {
        this.engine = engine;
        this.clock = clock;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.evidence = evidence;
        this.json = json;
    }

    void make(LocalDateTime present) {
        ended(present);
        lapsed(present);
        withdrawn(present);
        running(present);
        planned(present);
    }

    private void ended(LocalDateTime present) {
        LocalDate first = calendar.minusWorkdays(present.toLocalDate(), 24);
        DemoCase demo = planned("社保窗口实地体验", "ON_SITE", "OPEN", "shebao", "一楼B区", first, 5, present, "officer2", "officer");
        for (String officer : List.of("officer2", "officer")) {
            demo.then(0, officer, "officer-reply", Map.of("reply", "YES"));
            boolean reports = officer.equals("officer");
            draft(demo, officer, first, reports);
            demo.then(2, officer, "officer-experience", Map.of());
        }
        rectified(demo.now(), present);
        demo.passTo(present);
    }

    /** The finding of the record above goes all the way. */
    private void rectified(LocalDateTime reported, LocalDateTime present) {
        String number = jdbc.sql("select max(ledger) from record_finding").query(String.class).single();
        new DemoCase(engine, clock, calendar, present).found("rectification", number, reported)
                .then(0, "center", "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"))
                .then(0, "center", "center-assign", Map.of("department1", "shebao", "instruction1", "请在填表台放置样张，并说明做了什么。"))
                .then(1, "shebao", "department-accept", Map.of("acceptance", "ACCEPT"))
                .then(3, "shebao", "department-rectify", Map.of("progress", "DONE", "result", "填表台已放置大字样张和老花镜，并安排专人引导。"))
                .then(1, "center", "center-verify", Map.of("verification", "GOOD", "verifyMethod", "ON_SITE", "verifyNote", "现场查看，样张已放置",
                        "answer", "填表台已放置大字样张和老花镜，并有专人引导。感谢您的体验，欢迎再来。"))
                .passTo(present);
        evidence.add(number, new EvidenceAccess("dept-shebao", true, false), List.of(photo("整改后", 0xcfe8d5)));
    }

    private void lapsed(LocalDateTime present) {
        LocalDate first = calendar.minusWorkdays(present.toLocalDate(), 15);
        DemoCase demo = planned("12345热线体验", "HOTLINE", "OBSERVE", null, "市12345热线大厅", first, 4, present, "officer3");
        demo.then(0, "officer3", "officer-reply", Map.of("reply", "YES")).passTo(present);
    }

    private void withdrawn(LocalDateTime present) {
        LocalDate first = calendar.minusWorkdays(present.toLocalDate(), 9);
        DemoCase demo = planned("“一窗通办”专题体验", "REFORM", "OWN_ERRAND", null, "综合窗口", first, 5, present, "officer4");
        jdbc.sql("update assignment set reason = '综合窗口正在装修，改期再安排' where number = ?").param(demo.number()).update();
        engine.getRuntimeService().createMessageCorrelation("assignment-withdrawn").processInstanceBusinessKey(demo.number()).correlateAllWithResult();
        demo.passTo(present);
    }

    private void running(LocalDateTime present) {
        LocalDate first = calendar.minusWorkdays(present.toLocalDate(), 2);
        DemoCase demo = planned("户籍窗口暗访", "ON_SITE", "UNANNOUNCED", "gongan", "二楼A区", first, 10, present, "officer", "officer5", "officer6");
        demo.then(0, "officer5", "officer-reply", Map.of("reply", "NO", "declineReason", "近期在外地出差"));
        demo.then(0, "officer6", "officer-reply", Map.of("reply", "YES"));
        draft(demo, "officer6", first, false);
        demo.passTo(present);
    }

    private void planned(LocalDateTime present) {
        LocalDate day = calendar.minusWorkdays(present.toLocalDate(), 1);
        begun("不动产登记网上办理体验", "ONLINE", day, present).passTo(present);
    }

    /** @param officers named by the centre, not drawn */
    private DemoCase planned(
            String title,
            String mode,
            String visitKind,
            String department,
            String place,
            LocalDate first,
            int workdays,
            LocalDateTime present,
            String... officers) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "plan", "SEND", "title", title, "visitKind", visitKind, "place", place, "checklist", checklist(mode),
                "firstDay", first.toString(), "lastDay", calendar.plusWorkdays(first, workdays).toString(), "choice", "NAMED",
                "instruction", "请以普通办事人的身份前往，按清单逐项体验；看到的问题随手拍下，一条一条写清楚。"));
        if (department != null) plan.put("department", department);
        plan.put("officers", SpinValues.jsonValue("[\"" + String.join("\",\"", officers) + "\"]").create());
        return begun(title, mode, calendar.minusWorkdays(first, 2), present).then(1, "center", "center-plan-assignment", plan);
    }

    private DemoCase begun(String title, String mode, LocalDate day, LocalDateTime present) {
        return new DemoCase(engine, clock, calendar, present)
                .begun("experience", "center", day.atTime(9, 10), Map.of("title", title, "mode", mode));
    }

    private String checklist(String mode) {
        return jdbc.sql("select min(id) from checklist where mode = ?").param(mode).query(String.class).single();
    }

    /** What the officer wrote down, until the task is completed. */
    private void draft(DemoCase demo, String officer, LocalDate day, boolean reports) {
        String number = numbers.next("JL", 6);
        Map<String, String> typed = new TreeMap<>();
        for (int item = 0; item < 13; item++) typed.put("rating-" + item, item == 5 ? "NONE" : String.valueOf(5 - (item + officer.length()) % 3));
        typed.put("note-3", "填表台没有样张，老人看不清小字。");
        if (reports)
            Map.of("kind", "PROBLEM", "title", "填表台没有样张，字太小", "description", "填写失业登记表时没有样张可看，同去的两位老人看不清小字，填错重来了两次。",
                            "place", "一楼B区填表台", "occurredOn", day.toString(), "serviceItem", "失业登记", "urgency", "NORMAL")
                    .forEach((field, value) -> typed.put("f1-" + field, value));
        jdbc.sql("""
                        insert into experience_record (number, token, officer, visit, state, content, updated_at)
                        select :number, :number, :officer, id, 'DRAFT', :content, :now from visit
                        where officer = :officer and assignment = :assignment""")
                .param("number", number)
                .param("officer", officer)
                .param("assignment", demo.number())
                .param("content", write(typed))
                .param("now", LocalDateTime.now(clock))
                .update();
        if (reports)
            evidence.add(number + "/f1", new EvidenceAccess(EvidenceAccess.OFFICER, true, true), List.of(photo("整改前", 0xe8d9c3)));
    }

    private String write(Map<String, String> typed) {
        try {
            return json.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] photo(String text, int colour) {
        BufferedImage picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(colour));
        pen.fillRect(0, 0, 1200, 900);
        pen.setColor(new Color(0x6b5b45));
        pen.fillRect(150, 520, 900, 60);
        pen.fillRect(200, 580, 40, 260);
        pen.fillRect(960, 580, 40, 260);
        pen.setColor(Color.WHITE);
        pen.fillRect(430, 400, 340, 120);
        pen.setColor(new Color(0x333333));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 64));
        pen.drawString(text, 480, 480);
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
