package org.tiyanguan.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.spin.plugin.variable.SpinValues;

/** Two years' summaries: that of last year is out, that of this year is being drafted. */
final class DemoAnnual {

    /** Working days before the present on which this year's is opened, before December as people may. */
    private static final int DRAFTING = 3;

    private final DemoDays days;
    private final int year;
    private final int first;

    private DemoAnnual(DemoDays days) {
        this.days = days;
        this.year = days.day(DRAFTING).getYear();
        LocalDate december = LocalDate.of(year - 1, Month.DECEMBER, 1);
        this.first = IntStream.range(0, days.past().size())
                .filter(ago -> !days.day(ago).isBefore(december))
                .max()
                .orElse(0);
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoAnnual annual = new DemoAnnual(days);
        DemoCase published = annual.published();
        return List.of(published, annual.meeting(), annual.drafting());
    }

    private DemoCase published() {
        return DemoCase.found(
                        at(0, 2), "annual-summary", deeds -> deeds.annual().open(year - 1))
                .then(at(1, 3), "gongan", "department-check-figures", Map.of("agreement", "AGREE"))
                .then(
                        at(3, 4),
                        "officer2",
                        "officer-annual-opinion",
                        Map.of("opinionText", "建议把体验任务提前一周告诉大家，上班的人好安排时间。"))
                .then(at(4, 4), "officer5", "officer-annual-opinion", Map.of("opinionText", "希望增加对自助终端的体验。"))
                .also(
                        at(6, 3),
                        "edit",
                        (deeds, number) ->
                                deeds.annual().edit(number, "下一步，重点体验高频事项和自助服务，把体验任务提前一周发布，每季度通报一次整改情况，让体验官反映的问题更快见效。"))
                .then(at(7, 3), "center", "center-draft-report", Map.of("note", "数据已与各单位核对。"))
                .then(at(11, 2), "leader", "leader-approve-report", Map.of("approval", "APPROVE"))
                .then(
                        at(20, 3),
                        "center",
                        "center-answer-opinions",
                        Map.of("adoption", "ADOPTED", "answer", "采纳。从明年起，体验任务提前一周发布。"))
                .then(
                        at(20, 4),
                        "center",
                        "center-answer-opinions",
                        Map.of("adoption", "ADOPTED", "answer", "采纳。已列入明年的体验计划。"))
                .then(at(21, 3), "leader", "leader-issue", Map.of("release", "ISSUE"));
    }

    private DemoCase meeting() {
        String title = (year - 1) + "年度体验官工作总结会";
        Map<String, Object> plan = new HashMap<>(Map.of(
                "plan",
                "SUBMIT",
                "title",
                title,
                "place",
                "市政务服务中心一楼多功能厅",
                "startsAt",
                time(at(15, 6)),
                "endsAt",
                time(at(15, 10)),
                "replyDue",
                time(at(14, 11)),
                "capacity",
                40,
                "agenda",
                "一、通报全年工作成效\n二、听取体验官意见和建议\n三、探讨下一步工作",
                "everybody",
                true));
        plan.put("departments", json("dept-gongan", "dept-shebao"));
        Map<String, Object> record =
                new HashMap<>(Map.of("record", "DONE", "minutes", "会议通报了全年工作成效，听取了体验官的意见和建议，研究了下一步工作。"));
        record.put("present", (DemoCase.Later) deeds -> json(deeds.events().coming(title, "YES")));
        DemoCase demo = DemoCase.found(
                        at(11, 3), "event", deeds -> deeds.annual().meeting())
                .then(at(11, 4), "center", "center-plan-event", plan)
                .then(at(12, 3), "leader", "leader-approve-event", Map.of("approval", "APPROVE"));
        for (int n = 0; n < 6; n++)
            demo.then(at(13, 1 + n), DemoAccounts.officer(n), "officer-reply-event", Map.of("reply", "YES"));
        return demo.then(at(13, 9), "gongan", "officer-reply-event", Map.of("reply", "YES"))
                .then(at(16, 3), "center", "center-record-event", record);
    }

    private DemoCase drafting() {
        return DemoCase.found(
                        days.at(DRAFTING, 2),
                        "annual-summary",
                        deeds -> deeds.annual().open(year))
                .then(days.at(2, 3), "gongan", "department-check-figures", Map.of("agreement", "AGREE"))
                .then(
                        days.at(1, 4),
                        "officer3",
                        "officer-annual-opinion",
                        Map.of("opinionText", "今年反映的停车问题改得快，希望多宣传。"));
    }

    /** That many working days after last year's was opened. */
    private LocalDateTime at(int after, int hour) {
        return days.at(first - after, hour);
    }

    private static String time(LocalDateTime time) {
        return time.withSecond(0).withNano(0) + "+08:00";
    }

    private static Object json(String... texts) {
        return SpinValues.jsonValue("[\"" + String.join("\",\"", texts) + "\"]").create();
    }
}
