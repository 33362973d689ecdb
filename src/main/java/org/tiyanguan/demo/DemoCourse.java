package org.tiyanguan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;

/** The course of one finding through the loop, laid backwards from the working day of its last act. */
class DemoCourse {

    private record Step(int days, String user, String task, Map<String, Object> form) {}

    private final DemoFinding finding;
    private final int serial;
    private final Map<String, Object> report;
    private final List<Step> steps = new ArrayList<>();

    /** @param serial what tells it from other courses: its hours, its officer */
    DemoCourse(DemoFinding finding, int serial, String urgency) {
        this.finding = finding;
        this.serial = serial;
        report = finding.form(urgency, officer());
    }

    /** Somebody called the hotline, instead of the officer. */
    DemoCourse byHotline() {
        report.remove("officer");
        report.putAll(Map.of(
                "channel",
                "HOTLINE",
                "reporterName",
                "李女士",
                "reporterPhone",
                "138000000" + "%02d".formatted(serial % 100)));
        return this;
    }

    DemoCourse triaged(String decision, String reason) {
        return next(0, "center", "center-triage", Map.of("triage", decision, "triageReason", reason));
    }

    DemoCourse merged(DemoCase main) {
        return next(
                0,
                "center",
                "center-triage",
                Map.of("triage", "MERGE", "triageReason", "与正在办理的反映为同一问题", "mergeInto", (DemoCase.Later)
                        deeds -> main.number()));
    }

    DemoCourse taken() {
        return triaged("ACCEPT", "情况属实，予以受理");
    }

    DemoCourse assigned() {
        return taken().next(
                        0,
                        "center",
                        "center-assign",
                        Map.of("department1", finding.department(), "instruction1", "请核实情况，落实整改，并说明做了什么。"));
    }

    DemoCourse accepted() {
        return assigned().next(1, finding.department(), "department-accept", Map.of("acceptance", "ACCEPT"));
    }

    DemoCourse sentBack() {
        return assigned()
                .next(
                        1,
                        finding.department(),
                        "department-accept",
                        Map.of("acceptance", "SEND_BACK", "sendBackReason", "该设备由其他单位管理"));
    }

    DemoCourse done(int days) {
        return next(
                days,
                finding.department(),
                "department-rectify",
                Map.of("progress", "DONE", "result", "已核实并整改：调整了人员和流程，现场复查情况良好。"));
    }

    DemoCourse wantsTime(int days, LocalDate until) {
        return next(
                days,
                finding.department(),
                "department-rectify",
                Map.of("progress", "EXTEND", "extensionUntil", until.toString(), "extensionReason", "需要采购设备，正在走流程"));
    }

    DemoCourse verified() {
        return next(
                1,
                "center",
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        "现场查看，整改到位",
                        "answer",
                        "您反映的情况已经整改，窗口和流程都作了调整。感谢您的监督，欢迎再来体验。"));
    }

    DemoCourse reworked() {
        return next(
                1,
                "center",
                "center-verify",
                Map.of(
                        "verification",
                        "REWORK",
                        "verifyMethod",
                        "ON_SITE",
                        "reworkDays",
                        5,
                        "verifyNote",
                        "早高峰仍有同样情况，请补充措施后再报。",
                        "rework",
                        SpinValues.jsonValue("[\"" + finding.department() + "\"]")
                                .create()));
    }

    DemoCourse objected() {
        return next(1, officer(), "officer-confirm", Map.of("confirmation", "OBJECT", "objection", "再去体验时仍有同样的情况"));
    }

    DemoCourse confirmed(int rating) {
        return next(
                1, officer(), "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", String.valueOf(rating)));
    }

    private DemoCourse next(int days, String user, String task, Map<String, Object> form) {
        steps.add(new Step(days, user, task, form));
        return this;
    }

    private String officer() {
        return DemoAccounts.officer(serial % DemoAccounts.OFFICERS.length);
    }

    DemoCase ending(int ago, DemoDays days) {
        int day = ago + steps.stream().mapToInt(Step::days).sum();
        int hour = 1 + serial % 4;
        Map<String, Object> form = new HashMap<>(report);
        form.put("occurredOn", days.day(day).minusDays(1).toString());
        DemoCase made = DemoCase.begun(days.at(day, hour), "rectification", "center", form);
        for (Step step : steps) {
            day -= step.days;
            hour = step.days == 0 ? hour + 1 : 1 + (serial + step.task.length()) % 8;
            made.then(days.at(day, hour), step.user, step.task, step.form);
        }
        return made;
    }
}
