package org.tiyanguan.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;

/** The recruitment that led to the demo's officers, and one that is open now. */
final class DemoRecruitment {

    /** Working days, as all that follow: sixteen months, before the first of the ledger's entries. */
    private static final int FIRST = 329;

    private static final String[] CATEGORIES = {"PUBLIC", "ENTERPRISE", "PUBLIC", "UNIT", "SUPERVISOR"};

    private static final String[][] EMPLOYERS = {
        {"云浮石材有限公司", "行政主管"}, {"城东社区居委会", "网格员"}, {"个体工商户", "店主"}, {"市第一小学", "教师"}, {"德诚会计师事务所", "注册会计师"},
        {"南江物流公司", "报关员"}, {"退休", "无"}, {"市餐饮行业协会", "秘书长"}, {"罗定米业公司", "法务"}, {"新港建筑设计院", "工程师"},
    };

    private final DemoDays days;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoRecruitment(DemoDays days) {
        this.days = days;
    }

    static List<DemoCase> cases(DemoDays days) {
        DemoRecruitment recruitment = new DemoRecruitment(days);
        recruitment.ended();
        recruitment.open();
        return recruitment.cases;
    }

    private void ended() {
        DemoCase call = call(FIRST, FIRST - 9, 24);
        for (int n = 0; n < DemoAccounts.OFFICERS.length; n++) {
            String name = DemoAccounts.OFFICERS[n][0] + DemoAccounts.OFFICERS[n][1];
            int day = FIRST - n / 4;
            DemoCase application = n % 3 == 1 ? recommended(call, name, n, day) : applied(call, name, n, day);
            propose(application, day - 1, CATEGORIES[n % 5]);
            decide(application, day - 2, CATEGORIES[n % 5]);
        }
        applied(call, "黎小军", 10, FIRST - 2)
                .then(
                        days.at(FIRST - 3, 5),
                        "center",
                        "center-check",
                        Map.of("check", "OPPOSE", "centerOpinion", "长期在外地工作，难以参加体验。"))
                .then(
                        days.at(FIRST - 4, 5),
                        "leader",
                        "leader-decide",
                        Map.of("decision", "REFUSE", "decisionReason", "本次名额有限，且需要能常到大厅体验。"));
        sendBack(applied(call, "方琳", 11, FIRST - 2), FIRST - 3, "请补充工作单位全称和通信地址。", 5);
        call.then(days.at(FIRST - 5, 6), "unit", "unit-recommend", Map.of("recommendation", "DONE"))
                .then(
                        days.at(FIRST - 10, 3),
                        "center",
                        "center-publish-shortlist",
                        Map.of("noticeDays", 5, "noticeText", "经审定，以下人选拟聘任为政务服务体验官，现予公示。有异议的，请在公示期内在本页提出。"))
                .also(days.at(FIRST - 16, 1), "accounts", (deeds, number) -> deeds.giveDemoAccounts());
    }

    private void open() {
        DemoCase call = call(7, -12, 12);
        String[] names = {"江雪", "石磊", "区慧明", "欧阳倩", "严国强", "戴欣怡", "孔令辉", "邱梓萱"};
        for (int n = 0; n < names.length; n++) {
            int day = 7 - n / 3;
            DemoCase application = n == 6 ? recommended(call, names[n], n, day) : applied(call, names[n], n, day);
            if (n == 1) sendBack(application, day - 1, "请补充个人简历中的工作经历。", 10);
            if (n >= 2 && n <= 5) propose(application, day - 1, CATEGORIES[n % 5]);
            if (n == 2) decide(application, day - 2, CATEGORIES[n % 5]);
        }
    }

    private DemoCase call(int first, int last, int months) {
        String title = days.day(first).getYear() + " 年政务服务体验官招募";
        Map<String, Object> draft = new HashMap<>(Map.of(
                "draft",
                "SUBMIT",
                "title",
                title,
                "text",
                "诚邀关心政务服务的群众、企业、单位和各行业朋友报名，以办事人的身份体验大厅、网站和热线，帮我们找出堵点、痛点、难点。\n报名方式：单位推荐，或在本页自荐。",
                "opensOn",
                days.day(first).toString(),
                "closesOn",
                days.day(last).toString()));
        draft.putAll(Map.of(
                "placesPublic",
                4,
                "placesEnterprise",
                2,
                "placesUnit",
                2,
                "placesSupervisor",
                2,
                "termMonths",
                months,
                "noticeDays",
                5));
        draft.put("units", SpinValues.jsonValue("[\"unit-zgh\"]").create());
        DemoCase call = DemoCase.begun(days.at(first + 3, 2), "recruitment", "center", Map.of("title", title))
                .then(days.at(first + 3, 4), "center", "center-draft-call", draft)
                .then(
                        days.at(first + 2, 3),
                        "leader",
                        "leader-approve-call",
                        Map.of("approval", "APPROVE", "approvalReason", "同意公布"));
        cases.add(call);
        return call;
    }

    private DemoCase applied(DemoCase call, String name, int n, int day) {
        Map<String, Object> form = person(name, n);
        form.put("callNumber", (DemoCase.Later) deeds -> call.number());
        return photographed(DemoCase.begun(days.at(day, 1 + n % 4 * 2), "application", null, form), n);
    }

    private DemoCase recommended(DemoCase call, String name, int n, int day) {
        Map<String, Object> form = person(name, n);
        form.putAll(Map.of("recommendation", "PERSON", "unitOpinion", "该同志熟悉业务，热心公益，同意推荐。", "unitOpinionBy", "马红"));
        LocalDateTime time = days.at(day, 1 + n % 4 * 2);
        call.then(time, "unit", "unit-recommend", form);
        return photographed(DemoCase.found(time, "application", DemoDeeds::lastApplication), n);
    }

    private DemoCase photographed(DemoCase application, int n) {
        cases.add(application);
        return application.also(
                application.acts().get(0).at(), "photograph", (deeds, number) -> deeds.photograph(number, n));
    }

    private static Map<String, Object> person(String name, int n) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "name",
                name,
                "gender",
                n % 2 == 0 ? "女" : "男",
                "birthDate",
                (1970 + n * 2) + "-0" + (n % 9 + 1) + "-1" + n % 9,
                "ethnicity",
                n % 7 == 3 ? "瑶族" : "汉族",
                "education",
                n % 3 == 0 ? "大专" : "本科",
                "politics",
                n % 4 == 1 ? "中共党员" : "群众",
                "health",
                "健康",
                "phone",
                "1380000" + (1000 + n * 37),
                "email",
                "demo" + n + "@example.org",
                "employer",
                EMPLOYERS[n % 10][0]));
        form.putAll(Map.of(
                "jobTitle",
                EMPLOYERS[n % 10][1],
                "address",
                "云浮市云城区城中路 " + (12 + n) + " 号",
                "resume",
                (2001 + n) + " 年起在本市工作，经常到政务大厅办理企业和个人事项，熟悉办事流程。\n愿意抽出时间参加体验，把群众的感受如实反映给中心。",
                "consent",
                true));
        return form;
    }

    private void propose(DemoCase application, int day, String category) {
        application.then(
                days.at(day, 8),
                "center",
                "center-check",
                Map.of("check", "PROPOSE", "category", category, "centerOpinion", "材料齐全，符合条件，建议入选。"));
    }

    private void sendBack(DemoCase application, int day, String missing, int completionDays) {
        application.then(
                days.at(day, 8),
                "center",
                "center-check",
                Map.of("check", "SEND_BACK", "missing", missing, "completionDays", completionDays));
    }

    private void decide(DemoCase application, int day, String category) {
        application.then(
                days.at(day, 9),
                "leader",
                "leader-decide",
                Map.of("decision", "APPROVE", "category", category, "decisionReason", "同意"));
    }
}
