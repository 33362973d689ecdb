package org.tiyanguan.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reviews with every grade: one of an officer whose term ends in twenty days, one to which somebody objects, one of
 * somebody who resigned.
 */
final class DemoReviews {

    /** Working days before the present. */
    private static final int FIRST = 12;

    private static final String REPORT = "一年来参加了安排的体验，走访了社保、户籍和不动产窗口，反映的问题多数已经整改。希望继续担任体验官。";

    private final DemoDays days;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoReviews(DemoDays days) {
        this.days = days;
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoReviews reviews = new DemoReviews(days);
        reviews.decided("officer3", "EXCELLENT", "COMMEND", "全年参加体验，反映的问题都推动了整改，表现突出。");
        reviews.judged("officer4", "GOOD", "RENEW", "体验认真，记录详细。");
        reviews.judged("officer7", "PASS", "RENEW", "能够完成安排的体验。");
        reviews.judged("officer8", "NONE", "RENEW", "本考核期没有安排体验，不定等次。");
        reviews.objecting();
        reviews.resigned();
        reviews.ending();
        return reviews.cases;
    }

    private DemoCase judged(String officer, String grade, String measure, String reason) {
        return reported(officer, deeds -> deeds.reviews().annual(officer))
                .then(days.at(FIRST - 3, 4), "center", "center-review", judgement(grade, measure, reason));
    }

    private DemoCase decided(String officer, String grade, String measure, String reason) {
        return judged(officer, grade, measure, reason)
                .then(
                        days.at(FIRST - 4, 6),
                        "leader",
                        "leader-decide-review",
                        Map.of("decision", "APPROVE", "measure", measure));
    }

    private void objecting() {
        reported("officer6", deeds -> deeds.reviews().breach("officer6", "有窗口反映该同志以体验官身份插队办事。"))
                .then(
                        days.at(FIRST - 3, 5),
                        "center",
                        "center-review",
                        judgement("FAIL", "WARN", "以体验官身份要求优先办理，违反工作纪律。"))
                .then(
                        days.at(FIRST - 5, 3),
                        "officer6",
                        "officer-object",
                        Map.of("objection", "当日是陪同行动不便的母亲，按规定走的绿色通道，有取号记录。"));
    }

    /** At the last hour: until then the officer reports as the others do. */
    private void resigned() {
        DemoCase demo = opened("officer9", 1, deeds -> deeds.reviews().resignation("officer9", "工作调往外地，无法继续。"));
        demo.then(days.at(0, 10), "center", "center-review", judgement("PASS", "END", "同意，感谢付出。"))
                .then(
                        days.at(0, 11),
                        "leader",
                        "leader-decide-review",
                        Map.of("decision", "APPROVE", "measure", "END"));
    }

    /** Its report on duty has come; the centre has to judge. */
    private void ending() {
        opened(
                        "officer10",
                        4,
                        deeds -> deeds.reviews()
                                .beforeEnd("officer10", days.day(0).plusDays(20)))
                .then(days.at(2, 5), "officer10", "officer-report-duty", Map.of("dutyReport", REPORT));
    }

    private DemoCase reported(String officer, Function<DemoDeeds, String> opening) {
        return opened(officer, FIRST, opening)
                .then(days.at(FIRST - 2, 3), officer, "officer-report-duty", Map.of("dutyReport", REPORT));
    }

    private DemoCase opened(String officer, int day, Function<DemoDeeds, String> opening) {
        DemoCase demo = DemoCase.found(days.at(day, 2), "officer-review", opening);
        cases.add(demo);
        return demo;
    }

    private static Map<String, Object> judgement(String grade, String measure, String reason) {
        return new HashMap<>(
                Map.of("review", "PROPOSE", "grade", grade, "measure", measure, "termMonths", 24, "reason", reason));
    }
}
