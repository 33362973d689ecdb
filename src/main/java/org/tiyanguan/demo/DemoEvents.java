package org.tiyanguan.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;

/** Events: one that was held and written up, one that waits for replies, one that was cancelled. */
final class DemoEvents {

    private static final String HELD = "体验官座谈会";

    private final DemoDays days;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoEvents(DemoDays days) {
        this.days = days;
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoEvents events = new DemoEvents(days);
        events.held();
        events.waiting();
        events.cancelled();
        return events.cases;
    }

    /** Nine of ten came; of five opinions three are findings. */
    private void held() {
        Map<String, Object> plan =
                plan(HELD, days.at(8, 6), days.at(8, 10), days.at(10, 11), "一、通报整改情况\n二、体验官发言\n三、交流");
        plan.put("everybody", true);
        DemoCase demo = begun(HELD, "SYMPOSIUM", 14).then(days.at(13, 2), "center", "center-plan-event", plan);
        for (int n = 0; n < DemoAccounts.OFFICERS.length; n++)
            demo.then(
                    days.at(12, 1 + n),
                    DemoAccounts.officer(n),
                    "officer-reply-event",
                    n == 6 ? Map.of("reply", "NO", "reason", "那几天在外地出差") : Map.of("reply", "YES"));
        Map<String, Object> first = record("MORE");
        said(first, 1, "officer", "PROBLEM", "不动产窗口下午两点后常常只开一个，等候时间长。");
        said(first, 2, "officer2", "PROBLEM", "自助终端只能用身份证登录，外地老人办不了。");
        said(first, 3, "officer4", "SUGGESTION", "建议在一楼增设母婴休息区。");
        Map<String, Object> second = record("DONE");
        said(second, 1, "officer5", "SUGGESTION", "建议把办事指南印成大字版。");
        said(second, 2, "officer8", "SUGGESTION", "希望座谈会每季度开一次。");
        demo.then(days.at(7, 3), "center", "center-record-event", first)
                .then(days.at(7, 5), "center", "center-record-event", second)
                .then(days.at(6, 3), "officer", "officer-confirm-minutes", Map.of("agreement", "AGREE"))
                .then(days.at(6, 4), "officer2", "officer-confirm-minutes", Map.of("agreement", "AGREE"));
        settled(demo, 4, "不动产窗口", finding("不动产窗口下午排队过久", "PROBLEM", "二楼不动产窗口", "不动产登记", days.at(8, 6)));
        settled(demo, 5, "自助终端", finding("自助终端不支持其他证件", "PROBLEM", "一楼自助区", "自助查询", days.at(8, 6)));
        settled(demo, 6, "母婴休息区", finding("建议增设母婴休息区", "SUGGESTION", "一楼大厅", "大厅服务", days.at(8, 6)));
        settled(demo, 7, "大字版", Map.of("settlement", "ANSWER", "answer", "大字版办事指南已付印，下月起在咨询台免费取用。"));
        settled(demo, 8, "每季度", Map.of("settlement", "ANSWER", "answer", "同意，已列入全年计划，每季度末月召开。"));
    }

    private void waiting() {
        Map<String, Object> plan = plan(
                "体验官业务培训",
                days.day(-5).atTime(14, 30),
                days.day(-5).atTime(17, 0),
                days.day(-3).atTime(17, 30),
                "一、业务培训：网上办事大厅\n二、体验方法和记录");
        plan.put("officers", json("officer", "officer2", "officer3", "officer5"));
        begun("体验官业务培训", "TRAINING", 2)
                .then(days.at(1, 3), "center", "center-plan-event", plan)
                .then(days.at(1, 6), "officer2", "officer-reply-event", Map.of("reply", "YES"))
                .then(days.at(0, 4), "officer3", "officer-reply-event", Map.of("reply", "YES"));
    }

    private void cancelled() {
        Map<String, Object> plan = plan("窗口服务集中调研", days.at(15, 6), days.at(15, 10), days.at(17, 11), "到各窗口现场调研");
        plan.put("officers", json("officer", "officer4", "officer6"));
        begun("窗口服务集中调研", "RESEARCH", 20)
                .then(days.at(19, 3), "center", "center-plan-event", plan)
                .also(
                        days.at(16, 4),
                        "cancel",
                        (deeds, number) -> deeds.events().cancel(number, "大厅设备检修，改期另行通知"));
    }

    private void settled(DemoCase demo, int hour, String opinion, Map<String, Object> form) {
        demo.also(days.at(1, hour), "settle", (deeds, number) -> deeds.events().settle(number, opinion, form));
    }

    private static Map<String, Object> finding(
            String title, String kind, String place, String serviceItem, LocalDateTime day) {
        return Map.of(
                "settlement",
                "FINDING",
                "kind",
                kind,
                "title",
                title,
                "description",
                title + "，座谈会上提出，请核实。",
                "place",
                place,
                "serviceItem",
                serviceItem,
                "occurredOn",
                day.toLocalDate().toString(),
                "urgency",
                "NORMAL");
    }

    /** All were there but the one who asked for leave. */
    private static Map<String, Object> record(String next) {
        Map<String, Object> form =
                new HashMap<>(Map.of("record", next, "minutes", "会议通报了上季度整改情况，体验官围绕窗口服务、自助设备和便民设施提出五条意见，中心逐条作了说明。"));
        form.put("present", (DemoCase.Later) deeds -> json(deeds.events().coming(HELD, "YES")));
        form.put("excused", (DemoCase.Later) deeds -> json(deeds.events().coming(HELD, "NO")));
        return form;
    }

    private static void said(Map<String, Object> form, int slot, String officer, String kind, String text) {
        form.put("speaker" + slot, (DemoCase.Later) deeds -> deeds.events().invitation(HELD, officer));
        form.put("kind" + slot, kind);
        form.put("text" + slot, text);
    }

    private static Map<String, Object> plan(
            String title, LocalDateTime from, LocalDateTime until, LocalDateTime replyDue, String agenda) {
        return new HashMap<>(Map.of(
                "plan",
                "SUBMIT",
                "title",
                title,
                "place",
                "市政务服务中心三楼会议室",
                "startsAt",
                time(from),
                "endsAt",
                time(until),
                "replyDue",
                time(replyDue),
                "capacity",
                30,
                "agenda",
                agenda));
    }

    private static String time(LocalDateTime time) {
        return time.withSecond(0).withNano(0) + "+08:00";
    }

    private static Object json(String... texts) {
        return SpinValues.jsonValue("[\"" + String.join("\",\"", texts) + "\"]").create();
    }

    private DemoCase begun(String title, String kind, int day) {
        DemoCase demo = DemoCase.begun(days.at(day, 1), "event", "center", Map.of("title", title, "kind", kind));
        cases.add(demo);
        return demo;
    }
}
