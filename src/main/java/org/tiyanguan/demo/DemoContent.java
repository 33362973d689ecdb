package org.tiyanguan.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.engine.EngineClock;
import org.tiyanguan.security.Accounts;

/**
 * Fills an empty ledger with fourteen months of cases in every state, with two recruitments and with assignments, each led
 * through the real process by the demo's people. It runs before the engine's own job threads start.
 */
@Component
@Profile("demo")
class DemoContent implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);

    private static final int CLOSED = 44;
    private static final int MONTHS = 14;
    /** Days before today on which a case that is still open was reported. */
    private static final int[] OPEN_SINCE = {0, 1, 1, 2, 3, 4, 6, 7, 9, 12, 14, 18, 21, 24, 28, 33, 36, 40, 44, 50};

    /** Of these, the one that others are merged into. */
    private static final int MAIN = 14;

    private final ProcessEngine engine;
    private final EngineClock clock;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final DemoAccounts people;
    private final DemoRecruitment recruitment;
    private final DemoExperience experience;

    DemoContent(
            ProcessEngine engine,
            EngineClock clock,
            WorkCalendar calendar,
            JdbcClient jdbc,
            Accounts accounts,
            DemoAccounts people,
            DemoRecruitment recruitment,
            DemoExperience experience) {
        this.engine = engine;
        this.clock = clock;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.recruitment = recruitment;
        this.experience = experience;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (jdbc.sql("select count(*) from ledger_entry").query(Long.class).single() > 0) return;
        LOG.info("正在生成演示数据，请稍候 / Making the demo content, please wait");
        accounts.ensureRoles();
        people.ensure();
        LocalDateTime present = LocalDateTime.now(clock);
        try {
            recruitment.make(present);
            closed(present);
            open(present);
            experience.make(present);
        } finally {
            clock.reset();
        }
        forgetOldMails();
    }

    private void closed(LocalDateTime present) {
        LocalDate first = present.toLocalDate().minusMonths(MONTHS);
        long days = first.datesUntil(present.toLocalDate().minusDays(50)).count();
        for (int n = 0; n < CLOSED; n++) {
            DemoFinding finding = finding(n);
            LocalDate day = first.plusDays(days * n / CLOSED);
            DemoCase demo = start(n, day, present);
            if (n % 9 == 4) {
                demo.then(1, "center", "center-triage", triage("ANSWER", "该事项已开通网上办理，无需到窗口，欢迎使用。"));
                continue;
            }
            toRectify(demo, finding);
            // Some are late enough for a card.
            rectify(demo, finding, n % 7 == 3 ? 14 : n % 7 == 1 ? 11 : 3);
            demo.then(1, "center", "center-verify", good());
            if (n % 8 == 6) {
                demo.then(1, DemoAccounts.officer(n % 10), "officer-confirm", Map.of("confirmation", "OBJECT", "objection", "再去体验时仍有同样的情况"));
                demo.then(1, "center", "center-verify", good());
            }
            if (n % 6 != 2) demo.then(1, DemoAccounts.officer(n % 10), "officer-confirm",
                    Map.of("confirmation", "CONFIRM", "rating", String.valueOf(5 - n % 4 % 3)));
            demo.passTo(present.minusDays(1));
        }
    }

    private void open(LocalDateTime present) {
        String rectifying = null;
        for (int i = OPEN_SINCE.length - 1; i >= 0; i--) {
            int n = CLOSED + OPEN_SINCE.length - i;
            DemoFinding finding = finding(n);
            DemoCase demo = start(n, present.toLocalDate().minusDays(OPEN_SINCE[i]), present);
            switch (i % 10) {
                case 0 -> {}
                case 1 -> demo.then(0, "center", "center-triage", triage("ACCEPT", "情况属实，予以受理"));
                case 2 -> toAssigned(demo, finding);
                case 3 -> demo.then(0, "center", "center-triage", merge(rectifying));
                case 4, 5 -> toRectify(demo, finding);
                case 6 -> {
                    toRectify(demo, finding);
                    demo.then(1, finding.department(), "department-rectify", Map.of("progress", "EXTEND",
                            "extensionUntil", calendar.plusWorkdays(present.toLocalDate(), 25).toString(),
                            "extensionReason", "需要采购设备，正在走流程"));
                }
                case 7 -> {
                    toAssigned(demo, finding);
                    demo.then(1, finding.department(), "department-accept",
                            Map.of("acceptance", "SEND_BACK", "sendBackReason", "该设备由其他单位管理"));
                }
                case 8 -> {
                    toRectify(demo, finding);
                    rectify(demo, finding, 2);
                }
                default -> {
                    toRectify(demo, finding);
                    rectify(demo, finding, 2);
                    demo.then(1, "center", "center-verify", good());
                }
            }
            demo.passTo(present);
            if (i == MAIN) rectifying = demo.number();
        }
    }

    private DemoCase start(int n, LocalDate day, LocalDateTime present) {
        boolean today = day.equals(present.toLocalDate());
        LocalDate reported = calendar.isWorkday(day) && !today ? day : calendar.minusWorkdays(day, 1);
        return new DemoCase(engine, clock, calendar, present)
                .reported(reported, finding(n).form(n, reported.minusDays(1)));
    }

    private void toAssigned(DemoCase demo, DemoFinding finding) {
        demo.then(0, "center", "center-triage", triage("ACCEPT", "情况属实，予以受理"));
        demo.then(0, "center", "center-assign",
                Map.of("department1", finding.department(), "instruction1", "请核实情况，落实整改，并说明做了什么。"));
    }

    private void toRectify(DemoCase demo, DemoFinding finding) {
        toAssigned(demo, finding);
        demo.then(1, finding.department(), "department-accept", Map.of("acceptance", "ACCEPT"));
    }

    private void rectify(DemoCase demo, DemoFinding finding, int days) {
        demo.then(days, finding.department(), "department-rectify",
                Map.of("progress", "DONE", "result", "已核实并整改：调整了人员和流程，现场复查情况良好。"));
    }

    private static Map<String, Object> triage(String decision, String reason) {
        return Map.of("triage", decision, "triageReason", reason);
    }

    private static Map<String, Object> merge(String main) {
        return Map.of("triage", "MERGE", "mergeInto", main, "triageReason", "与正在办理的反映为同一问题");
    }

    private static Map<String, Object> good() {
        return Map.of("verification", "GOOD", "verifyMethod", "ON_SITE", "verifyNote", "现场查看，整改到位",
                "answer", "您反映的情况已经整改，窗口和流程都作了调整。感谢您的监督，欢迎再来体验。");
    }

    private static DemoFinding finding(int n) {
        return DemoFinding.ALL.get(n % DemoFinding.ALL.size());
    }

    /** Mails of a past that never was are not sent; the notices stay. */
    private void forgetOldMails() {
        List<String> mails = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("notice").list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!mails.isEmpty())
            engine.getRuntimeService().deleteProcessInstances(mails, "demo content", true, true);
    }
}
