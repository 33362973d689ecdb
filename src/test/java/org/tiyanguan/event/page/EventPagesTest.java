package org.tiyanguan.event.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.event.Events;

/** Events on the pages: what each reads, and what the centre moves. */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
class EventPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Eventing eventing;

    @Autowired
    Events events;

    @Autowired
    EventActs acts;

    // ---- the list and one event

    @Test
    void the_centre_begins_an_event_on_the_list_and_plans_it_in_tasklist() {
        Browser center = Browser.of(port, "center");
        HttpResponse<String> begun = center.postForm("/events", Map.of("title", "第二季度座谈会", "of", "SYMPOSIUM"));
        assertThat(begun.headers().firstValue("Location").orElseThrow()).matches(".*/events/HD-2026-\\d{6}/task");
        String number = begun.headers().firstValue("Location").orElseThrow().replaceAll(".*/(HD[^/]*)/task", "$1");
        assertThat(center.get("/events/" + number + "/task")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("/camunda/app/tasklist/");
        assertThat(center.get("/events?state=PLAN&kind=SYMPOSIUM").body()).contains(number, "第二季度座谈会");
        assertThat(center.get("/events?state=CLOSED").body()).doesNotContain(number);
        assertThat(center.get("/events/" + number).body()).contains("待安排", "去办理");
        assertThat(center.postForm("/events", Map.of("title", "短", "of", "")).body())
                .contains("open", "标题");
    }

    @Test
    void each_sees_the_events_that_are_theirs() {
        String number = withGongan();
        assertThat(Browser.of(port, "leader").get("/events/" + number).body()).contains("周晓明", "陈桂芳");
        assertThat(Browser.of(port, "gongan").get("/events").body()).contains(number);
        assertThat(Browser.of(port, "gongan").get("/events/" + number).body())
                .contains("第一季度体验官座谈会", "三楼会议室", "去办理")
                .doesNotContain("周晓明", "陈桂芳", "受邀人");
        assertThat(Browser.of(port, "shebao").get("/events").body()).doesNotContain(number);
        assertThat(Browser.of(port, "shebao").get("/events/" + number).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "officer").get("/officer/events/" + number).body())
                .contains("第一季度体验官座谈会", "自愿参加", "是否参加")
                .doesNotContain("陈桂芳");
        assertThat(Browser.of(port, "officer3").get("/officer/events/" + number).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "officer").get("/officer").body()).contains("/officer/events/" + number, "待答复");
    }

    @Test
    void nobody_knows_of_an_event_that_is_not_announced() {
        String number = eventing.planned("SUMMARY", eventing.plan("officer"));
        assertThat(Browser.of(port, "officer").get("/officer/events/" + number).statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(port, "officer").get("/officer").body()).doesNotContain(number);
    }

    @Test
    void links_of_notices_lead_everybody_to_the_right_place() {
        String number = withGongan();
        assertThat(to("officer", number)).endsWith("/officer/events/" + number);
        assertThat(to("gongan", number)).contains("/camunda/app/tasklist/");
        assertThat(to("leader", number)).endsWith("/events/" + number);
    }

    // ---- replies and minutes on the phone

    @Test
    void an_officer_replies_asks_and_agrees_on_the_phone() {
        String number = eventing.symposium("officer");
        Browser officer = Browser.of(port, "officer");
        String page = "/officer/events/" + number;
        assertThat(officer.postForm(page + "/reply", Map.of("reply", "NO")).body())
                .contains("请假的原因", "error");
        assertThat(officer.postForm(page + "/reply", Map.of("reply", "QUESTION", "question", "几点结束？"))
                        .statusCode())
                .isEqualTo(302);
        eventing.complete("center", number, "center-answer-question", Map.of("answer", "四点以前。"));
        assertThat(officer.get(page).body()).contains("几点结束？", "四点以前。");
        assertThat(officer.postForm(page + "/reply", Map.of("reply", "YES")).statusCode())
                .isEqualTo(302);
        assertThat(officer.postForm(page + "/reply", Map.of("reply", "YES")).body())
                .contains("已经答复过");
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        Map<String, Object> record = eventing.record(number, "officer");
        eventing.said(record, number, 1, "officer", "PROBLEM", "排队太久");
        assertThat(officer.get(page).body()).doesNotContain("会议纪要");
        eventing.complete("center", number, "center-record-event", record);
        assertThat(officer.get(page).body()).contains("会议听取了体验官的意见", "排队太久", "处理中");
        assertThat(officer.postForm(page + "/minutes", Map.of("agreement", "OBJECT"))
                        .body())
                .contains("怎样更正", "error");
        assertThat(officer.postForm(page + "/minutes", Map.of("agreement", "AGREE"))
                        .statusCode())
                .isEqualTo(302);
        eventing.settle(number, "排队太久", Eventing.finding("排队太久"));
        assertThat(officer.get(page).body()).containsPattern("/officer/TYG-2026-\\d{6}");
    }

    @Test
    void who_did_what_stands_in_its_history_for_centre_and_leader() {
        String number = withGongan();
        acts.cancel(number, "场地停电");
        assertThat(Browser.of(port, "leader").get("/events/" + number).body().replaceAll("<[^>]+>|\\s+", ""))
                .containsPattern("办理经过.*登记第一季度体验官座谈会.*安排—.*取消场地停电");
        assertThat(Browser.of(port, "gongan").get("/events/" + number).body()).doesNotContain("办理经过");
        assertThat(Browser.of(port, "officer").get("/officer/events/" + number).body())
                .doesNotContain("办理经过");
    }

    // ---- another time, or none

    @Test
    void the_centre_postpones_and_cancels_on_the_page() {
        String number = eventing.symposium("officer");
        Browser center = Browser.of(port, "center");
        Map<String, String> times = Map.of(
                "startsAt", "2026-03-28T14:00",
                "endsAt", "2026-03-28T16:00",
                "replyDue", "2026-03-29T17:30",
                "reason", "检修");
        assertThat(center.postForm("/events/" + number + "/postpone", times).body())
                .contains("这一天是休息日", "答复截止不能晚于会议开始");
        assertThat(center.postForm("/events/" + number + "/postpone", Map.of("startsAt", "明天"))
                        .body())
                .contains("请填写日期和时间");
        HttpResponse<String> moved = center.postForm(
                "/events/" + number + "/postpone",
                Map.of(
                        "startsAt", "2026-03-27T14:00",
                        "endsAt", "2026-03-27T16:00",
                        "replyDue", "2026-03-25T17:30",
                        "reason", "会议室检修"));
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(center.get("/events/" + number).body()).contains("2026年3月27日", "会议室检修");
        assertThat(center.postForm("/events/" + number + "/cancel", Map.of("reason", ""))
                        .body())
                .contains("请填写 2 到 300 个字");
        assertThat(center.postForm("/events/" + number + "/cancel", Map.of("reason", "多人出差"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(events.event(number).state()).isEqualTo(Event.State.CANCELLED);
        assertThat(Browser.of(port, "leader")
                        .postForm("/events/" + number + "/cancel", Map.of("reason", "多人出差"))
                        .statusCode())
                .isEqualTo(403);
    }

    // ---- materials

    @Test
    void the_centre_adds_materials_and_those_invited_see_them() {
        String number = withGongan();
        String box = box(Browser.of(port, "center").get("/events/" + number).body());
        assertThat(Browser.of(port, "center").get(box).body()).contains("type=\"file\"");
        assertThat(Browser.of(port, "officer").get(box).body()).doesNotContain("type=\"file\"");
        assertThat(Browser.of(port, "gongan").get(box).statusCode()).isEqualTo(200);
        assertThat(Browser.of(port, "shebao").get(box).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "unit").get(box).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "officer3").get(box).statusCode()).isEqualTo(404);
    }

    // ----

    private String withGongan() {
        Map<String, Object> plan = eventing.plan("officer", "officer2");
        plan.put("departments", Eventing.json("dept-gongan"));
        return eventing.planned("SYMPOSIUM", plan);
    }

    private static String box(String page) {
        return page.replaceAll("(?s).*href=\"(/evidence/[^\"]+)\".*", "$1");
    }

    private String to(String user, String number) {
        return Browser.of(port, user)
                .get("/events/" + number + "/task")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
