package org.tiyanguan.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Good practices: three that are public, one of which all others but one have answered and one whose problem came back;
 * one that was withdrawn after half a year, one that waits for the centre.
 */
final class DemoPractices {

    /** In the order in which they answer. */
    private static final List<String> DEPARTMENTS =
            List.of("gongan", "shebao", "shuiwu", "zijian", "ziran", "shichang", "gongjijin", "yibao");

    /** Working days until the centre looks after half a year, and has time for it. */
    private static final int HALF_A_YEAR = 135;

    private final DemoDays days;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoPractices(DemoDays days) {
        this.days = days;
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoPractices practices = new DemoPractices(days);
        practices.withdrawn();
        practices.adopted();
        practices.published();
        practices.relapsed();
        practices.waiting();
        return practices.cases;
    }

    private void withdrawn() {
        published(
                        HALF_A_YEAR + 30,
                        "shuiwu",
                        "办税导引",
                        "大厅指引牌换成大字",
                        "指引牌字小、位置高，老人看不清，常常走错窗口。",
                        "指引牌换成大字，降低高度，并在地面贴上路线。",
                        "咨询台每天问路的人少了一半。")
                .then(
                        days.at(25, 4),
                        "center",
                        "center-check-effect",
                        Map.of("effectCheck", "WITHDRAW", "effectReason", "大厅搬迁后没有重新张贴，又有群众反映，请按新大厅重做。"));
    }

    private void adopted() {
        DemoCase demo = published(
                8,
                "zijian",
                "物业维修资金查询",
                "查询登录问题一次说清",
                "群众按指南登录不了，打电话、跑窗口都问不到原因。",
                "把常见的登录问题整理成一页图解，放在登录页和窗口；窗口人员能当场重置账号。",
                "同类咨询每周由三十多件降到五件以内。");
        int answered = 0;
        for (String department : DEPARTMENTS) {
            if (department.equals("zijian") || department.equals("yibao")) continue;
            answers(demo, 7 - answered, 3 + answered, department, answered % 3);
            answered++;
        }
    }

    private void published() {
        DemoCase demo = published(
                5,
                "gongjijin",
                "住房公积金提取",
                "周末开一个提取窗口",
                "上班族平时请不了假，办提取要专门耽误半天。",
                "每周六上午开一个窗口，人员轮班，业务和平日一样。",
                "每个周六办理四十多件，平日排队也短了。");
        answers(demo, 4, 2, "gongan", 0);
        answers(demo, 3, 5, "shebao", 0);
        answers(demo, 3, 7, "shichang", 2);
    }

    /** On the last day a finding about the same is assigned. */
    private void relapsed() {
        DemoCase demo = published(
                1,
                "gongan",
                "户口迁移",
                "按取号数增开窗口",
                "上午高峰只开一个窗口，群众要等近两个小时。",
                "叫号系统提示等候超过二十人时，十分钟内增开一个窗口，由后台人员顶岗。",
                "高峰时段平均等候由近两小时降到二十五分钟。");
        answers(demo, 0, 9, "shuiwu", 1);
    }

    private void waiting() {
        cases.add(DemoCase.found(
                days.at(3, 6),
                "good-practice",
                deeds -> deeds.practices()
                        .nominated("shebao-head", "shebao", "养老待遇资格认证", "在大厅设了帮办岗，老人来了有人带着办，其他窗口也用得上。")));
    }

    private DemoCase published(
            int day, String department, String serviceItem, String title, String before, String done, String effect) {
        Map<String, Object> text = new HashMap<>(Map.of(
                "writing", "SUBMIT",
                "title", title,
                "before", before,
                "done", done,
                "effect", effect,
                "department", department));
        DemoCase demo = DemoCase.found(
                        days.at(day + 4, 2),
                        "good-practice",
                        deeds -> deeds.practices().nominated("center", department, serviceItem, ""))
                .then(days.at(day + 3, 3), "center", "center-write-practice", text)
                .then(days.at(day + 1, 4), department, "department-check-practice", Map.of("check", "AGREE"))
                .then(days.at(day, 9), "leader", "leader-approve-practice", Map.of("approval", "APPROVE"));
        cases.add(demo);
        return demo;
    }

    /** @param how 0 for one that changed something, 1 for one that did so before, 2 for one that has nothing like it */
    private void answers(DemoCase demo, int day, int hour, String department, int how) {
        Map<String, Object> form = switch (how) {
            case 0 -> Map.of("adopted", "APPLIED", "applied", "已对照检查，照着调整了窗口安排，并张贴了说明。");
            case 1 -> Map.of("adopted", "ALREADY", "already", "去年起已经这样做。");
            default -> Map.of("adopted", "NOT_APPLICABLE", "notApplicable", "本单位没有这类事项。");
        };
        demo.then(days.at(day, hour), department, "department-adopt", form);
    }
}
