package org.tiyanguan.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/**
 * Assignments in every state; of one that ended, the records and a rectification that came of them. One asks citizens
 * and companies, some of whom have answered.
 */
final class DemoExperience {

    private final DemoDays days;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoExperience(DemoDays days) {
        this.days = days;
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoExperience experience = new DemoExperience(days);
        experience.ended();
        experience.rectified();
        experience.lapsed();
        experience.withdrawn();
        experience.running();
        experience.surveyed();
        experience.begun("不动产登记网上办理体验", "ONLINE", 1);
        return experience.cases;
    }

    private void ended() {
        DemoCase demo = planned("社保窗口实地体验", "ON_SITE", "OPEN", "shebao", "一楼B区", 24, 5, "officer2", "officer");
        demo.then(days.at(24, 3), "officer2", "officer-reply", Map.of("reply", "YES"))
                .then(days.at(24, 4), "officer", "officer-reply", Map.of("reply", "YES"));
        draft(demo, "officer2", 24, 7);
        draft(demo, "officer", 24, 8);
        demo.then(days.at(22, 3), "officer2", "officer-experience", Map.of())
                .then(days.at(22, 4), "officer", "officer-experience", Map.of());
    }

    /** The finding of the last record goes all the way. */
    private void rectified() {
        cases.add(DemoCase.found(
                        days.at(22, 5),
                        "rectification",
                        deeds -> deeds.experience().reported())
                .then(
                        days.at(22, 7),
                        "center",
                        "center-triage",
                        Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"))
                .then(
                        days.at(22, 8),
                        "center",
                        "center-assign",
                        Map.of("department1", "shebao", "instruction1", "请在填表台放置样张，并说明做了什么。"))
                .then(days.at(21, 3), "shebao", "department-accept", Map.of("acceptance", "ACCEPT"))
                .also(days.at(18, 4), "photograph", (deeds, number) -> deeds.showMended(number, "dept-shebao"))
                .then(
                        days.at(18, 5),
                        "shebao",
                        "department-rectify",
                        Map.of("progress", "DONE", "result", "填表台已放置大字样张和老花镜，并安排专人引导。"))
                .then(
                        days.at(17, 4),
                        "center",
                        "center-verify",
                        Map.of(
                                "verification",
                                "GOOD",
                                "verifyMethod",
                                "ON_SITE",
                                "verifyNote",
                                "现场查看，样张已放置",
                                "answer",
                                "填表台已放置大字样张和老花镜，并有专人引导。感谢您的体验，欢迎再来。")));
    }

    private void lapsed() {
        planned("12345热线体验", "HOTLINE", "OBSERVE", null, "市12345热线大厅", 15, 4, "officer3")
                .then(days.at(15, 3), "officer3", "officer-reply", Map.of("reply", "YES"));
    }

    private void withdrawn() {
        planned("“一窗通办”专题体验", "REFORM", "OWN_ERRAND", null, "综合窗口", 9, 5, "officer4")
                .also(
                        days.at(9, 4),
                        "withdraw",
                        (deeds, number) -> deeds.experience().withdraw(number, "综合窗口正在装修，改期再安排"));
    }

    private void running() {
        DemoCase demo = planned(
                        "户籍窗口暗访", "ON_SITE", "UNANNOUNCED", "gongan", "二楼A区", 2, 10, "officer", "officer5", "officer6")
                .then(days.at(2, 3), "officer5", "officer-reply", Map.of("reply", "NO", "declineReason", "近期在外地出差"))
                .then(days.at(2, 5), "officer6", "officer-reply", Map.of("reply", "YES"));
        draft(demo, "officer6", 2, 8);
    }

    private void surveyed() {
        planned("营商环境社会调查", "SURVEY", "OPEN", null, "市民广场和工业园", 3, 10, "officer")
                .then(days.at(3, 3), "officer", "officer-reply", Map.of("reply", "YES"))
                .also(
                        days.at(2, 4),
                        "answer",
                        (deeds, number) -> deeds.experience().answer(number, "officer"));
    }

    private void draft(DemoCase demo, String officer, int day, int hour) {
        boolean reports = officer.equals(ExperienceDeeds.REPORTER);
        demo.also(
                days.at(day, hour),
                "draft",
                (deeds, number) -> deeds.experience().draft(number, officer, days.day(day), reports));
    }

    /** @param officers named by the centre, not drawn */
    private DemoCase planned(
            String title,
            String mode,
            String visitKind,
            @Nullable String department,
            String place,
            int first,
            int workdays,
            String... officers) {
        Map<String, Object> plan = new HashMap<>(Map.of(
                "plan",
                "SEND",
                "title",
                title,
                "visitKind",
                visitKind,
                "place",
                place,
                "choice",
                "NAMED",
                "checklist",
                (DemoCase.Later) deeds -> deeds.experience().checklist(mode),
                "firstDay",
                days.day(first).toString(),
                "lastDay",
                days.day(first - workdays).toString(),
                "instruction",
                mode.equals("SURVEY")
                        ? "请走访企业和群众，请他们扫码填写问卷；集中的诉求一条一条写成问题或建议。"
                        : "请以普通办事人的身份前往，按清单逐项体验；看到的问题随手拍下，一条一条写清楚。"));
        if (department != null) plan.put("department", department);
        plan.put(
                "officers",
                SpinValues.jsonValue("[\"" + String.join("\",\"", officers) + "\"]")
                        .create());
        return begun(title, mode, first + 2).then(days.at(first + 1, 2), "center", "center-plan-assignment", plan);
    }

    private DemoCase begun(String title, String mode, int day) {
        DemoCase demo = DemoCase.begun(days.at(day, 1), "experience", "center", Map.of("title", title, "mode", mode));
        cases.add(demo);
        return demo;
    }
}
