package org.tiyanguan.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.EngineClock;

/** The recruitment that led to the demo's officers, and one that is open now. */
@Component
@Profile("demo")
class DemoRecruitment {

    /** Before the first of the ledger's entries. */
    private static final int MONTHS_AGO = 16;

    private static final String[] CATEGORIES = {"PUBLIC", "ENTERPRISE", "PUBLIC", "UNIT", "SUPERVISOR"};

    private static final String[][] EMPLOYERS = {
        {"云浮石材有限公司", "行政主管"}, {"城东社区居委会", "网格员"}, {"个体工商户", "店主"}, {"市第一小学", "教师"}, {"德诚会计师事务所", "注册会计师"},
        {"南江物流公司", "报关员"}, {"退休", "无"}, {"市餐饮行业协会", "秘书长"}, {"罗定米业公司", "法务"}, {"新港建筑设计院", "工程师"},
    };

    private final ProcessEngine engine;
    private final EngineClock clock;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;

    DemoRecruitment(ProcessEngine engine, EngineClock clock, WorkCalendar calendar, JdbcClient jdbc) {
        this.engine = engine;
        this.clock = clock;
        this.calendar = calendar;
        this.jdbc = jdbc;
    }

    void make(LocalDateTime present) {
        ended(present);
        open(present);
    }

    private void ended(LocalDateTime present) {
        LocalDate first = calendar.plusWorkdays(present.toLocalDate().minusMonths(MONTHS_AGO), 4);
        LocalDate last = calendar.plusWorkdays(first, 9);
        DemoCase call = call(first, last, 24, present);
        List<DemoCase> applications = new ArrayList<>();
        for (int n = 0; n < DemoAccounts.OFFICERS.length; n++) {
            String name = DemoAccounts.OFFICERS[n][0] + DemoAccounts.OFFICERS[n][1];
            applications.add(n % 3 == 1 ? recommended(call, name, n, present) : applied(call, name, n, present));
        }
        DemoCase refused = applied(call, "黎小军", 10, present);
        DemoCase lapsed = applied(call, "方琳", 11, present);
        call.then(0, "unit", "unit-recommend", Map.of("recommendation", "DONE"));
        for (int n = 0; n < applications.size(); n++) {
            propose(applications.get(n), CATEGORIES[n % 5]);
            decide(applications.get(n), CATEGORIES[n % 5]);
        }
        refused.then(1, "center", "center-check", Map.of("check", "OPPOSE", "centerOpinion", "长期在外地工作，难以参加体验。"))
                .then(1, "leader", "leader-decide", Map.of("decision", "REFUSE", "decisionReason", "本次名额有限，且需要能常到大厅体验。"));
        sendBack(lapsed, "请补充工作单位全称和通信地址。", 5);
        lapsed.passTo(present);
        call.passTo(last.atTime(18, 0));
        call.then(1, "center", "center-publish-shortlist",
                Map.of("noticeDays", 5, "noticeText", "经审定，以下人选拟聘任为政务服务体验官，现予公示。有异议的，请在公示期内在本页提出。"));
        LocalDateTime settled = calendar.plusWorkdays(call.now().toLocalDate(), 6).atTime(9, 0);
        for (DemoCase application : applications) application.passTo(settled);
        refused.passTo(present);
        giveDemoAccounts();
    }

    private void open(LocalDateTime present) {
        LocalDate first = calendar.minusWorkdays(present.toLocalDate(), 7);
        DemoCase call = call(first, calendar.plusWorkdays(present.toLocalDate(), 12), 12, present);
        String[] names = {"江雪", "石磊", "区慧明", "欧阳倩", "严国强", "戴欣怡", "孔令辉", "邱梓萱"};
        for (int n = 0; n < names.length; n++) {
            DemoCase application = n == 6 ? recommended(call, names[n], n, present) : applied(call, names[n], n, present);
            if (n == 1) sendBack(application, "请补充个人简历中的工作经历。", 10);
            if (n >= 2 && n <= 5) propose(application, CATEGORIES[n % 5]);
            if (n == 2) decide(application, CATEGORIES[n % 5]);
            application.passTo(present);
        }
        call.passTo(present);
    }

    private DemoCase call(LocalDate first, LocalDate last, int months, LocalDateTime present) {
        String title = first.getYear() + " 年政务服务体验官招募";
        Map<String, Object> draft = new HashMap<>(Map.of(
                "draft", "SUBMIT",
                "title", title,
                "text", "诚邀关心政务服务的群众、企业、单位和各行业朋友报名，以办事人的身份体验大厅、网站和热线，帮我们找出堵点、痛点、难点。\n报名方式：单位推荐，或在本页自荐。",
                "opensOn", first.toString(),
                "closesOn", last.toString()));
        draft.putAll(Map.of(
                "placesPublic", 4, "placesEnterprise", 2, "placesUnit", 2, "placesSupervisor", 2, "termMonths", months, "noticeDays", 5));
        draft.put("units", SpinValues.jsonValue("[\"unit-zgh\"]").create());
        DemoCase call = new DemoCase(engine, clock, calendar, present)
                .begun("recruitment", "center", calendar.minusWorkdays(first, 3).atTime(9, 30), Map.of("title", title))
                .then(0, "center", "center-draft-call", draft)
                .then(1, "leader", "leader-approve-call", Map.of("approval", "APPROVE", "approvalReason", "同意公布"));
        call.passTo(first.atTime(8, 0));
        return call;
    }

    private DemoCase applied(DemoCase call, String name, int n, LocalDateTime present) {
        Map<String, Object> form = person(name, n);
        form.put("callNumber", call.number());
        call.passTo(call.now().plusHours(2));
        DemoCase application = new DemoCase(engine, clock, calendar, present).begun("application", null, call.now(), form);
        photograph(application.number(), n);
        return application;
    }

    private DemoCase recommended(DemoCase call, String name, int n, LocalDateTime present) {
        Map<String, Object> form = person(name, n);
        form.putAll(Map.of("recommendation", "PERSON", "unitOpinion", "该同志熟悉业务，热心公益，同意推荐。", "unitOpinionBy", "马红"));
        call.then(0, "unit", "unit-recommend", form);
        String number = jdbc.sql("select max(number) from application").query(String.class).single();
        photograph(number, n);
        return new DemoCase(engine, clock, calendar, present).found("application", number, call.now());
    }

    private static Map<String, Object> person(String name, int n) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "name", name,
                "gender", n % 2 == 0 ? "女" : "男",
                "birthDate", (1970 + n * 2) + "-0" + (n % 9 + 1) + "-1" + n % 9,
                "ethnicity", n % 7 == 3 ? "瑶族" : "汉族",
                "education", n % 3 == 0 ? "大专" : "本科",
                "politics", n % 4 == 1 ? "中共党员" : "群众",
                "health", "健康",
                "phone", "1380000" + (1000 + n * 37),
                "email", "demo" + n + "@example.org",
                "employer", EMPLOYERS[n % 10][0]));
        form.putAll(Map.of(
                "jobTitle", EMPLOYERS[n % 10][1],
                "address", "云浮市云城区城中路 " + (12 + n) + " 号",
                "resume", (2001 + n) + " 年起在本市工作，经常到政务大厅办理企业和个人事项，熟悉办事流程。\n愿意抽出时间参加体验，把群众的感受如实反映给中心。",
                "consent", true));
        return form;
    }

    private static void propose(DemoCase application, String category) {
        application.then(1, "center", "center-check",
                Map.of("check", "PROPOSE", "category", category, "centerOpinion", "材料齐全，符合条件，建议入选。"));
    }

    private static void sendBack(DemoCase application, String missing, int days) {
        application.then(1, "center", "center-check", Map.of("check", "SEND_BACK", "missing", missing, "completionDays", days));
    }

    private static void decide(DemoCase application, String category) {
        application.then(1, "leader", "leader-decide", Map.of("decision", "APPROVE", "category", category, "decisionReason", "同意"));
    }

    /** The officers log in under the demo's well-known names. */
    private void giveDemoAccounts() {
        IdentityService identity = engine.getIdentityService();
        List<String> made = jdbc.sql("select account from officer order by application").query(String.class).list();
        for (int n = 0; n < made.size(); n++) {
            identity.deleteUser(made.get(n));
            jdbc.sql("update officer set account = :demo where account = :made")
                    .param("demo", DemoAccounts.officer(n))
                    .param("made", made.get(n))
                    .update();
            jdbc.sql("delete from activation where account = :made").param("made", made.get(n)).update();
        }
    }

    /** Nobody's face. */
    private void photograph(String number, int n) {
        BufferedImage picture = new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x9fc3e8));
        pen.fillRect(0, 0, 295, 413);
        pen.setColor(Color.getHSBColor(n / 12f, 0.35f, 0.45f));
        pen.fillOval(12, 285, 271, 260);
        pen.setColor(new Color(0xf0d3bb));
        pen.fillOval(82, 92, 131, 168);
        pen.fillRoundRect(122, 230, 51, 75, 30, 30);
        pen.setColor(new Color(0x2d2622));
        pen.setStroke(new BasicStroke(34, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawArc(92, 98, 111, 120, 10, 160);
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("insert into application_file (number, kind, type, content, added_at) values (:number, 'PHOTO', 'image/jpeg', :content, :now)")
                .param("number", number)
                .param("content", jpeg.toByteArray())
                .param("now", LocalDateTime.now(clock))
                .update();
    }
}
