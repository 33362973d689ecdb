package org.tiyanguan.event;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What centre and officers do about events on pages. */
@Component
class EventPageActs implements PageAct.All {

    private final Eventing eventing;
    private final Events events;
    private final DoorCodes codes;
    private final JdbcClient jdbc;

    EventPageActs(Eventing eventing, Events events, DoorCodes codes, JdbcClient jdbc) {
        this.eventing = eventing;
        this.events = events;
        this.codes = codes;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct("/events", "center", () -> {
                    morning();
                    return post("/events").param("title", "第一季度座谈会").param("of", "SYMPOSIUM");
                }),
                new PageAct(
                        "/events/{number}/postpone",
                        "center",
                        () -> post("/events/{n}/postpone", invited())
                                .param("startsAt", "2026-03-27T14:00")
                                .param("endsAt", "2026-03-27T16:00")
                                .param("replyDue", "2026-03-25T17:30")
                                .param("reason", "会议室检修")),
                new PageAct(
                        "/events/{number}/cancel",
                        "center",
                        () -> post("/events/{n}/cancel", invited()).param("reason", "多人出差")),
                new PageAct("/events/{number}/sign-in", "center", () -> {
                    String number = atStart();
                    return post("/events/{n}/sign-in", number)
                            .param(
                                    "invitation",
                                    "" + eventing.invitation("officer", number).id());
                }),
                new PageAct(
                        "/officer/events/{number}/reply",
                        "officer",
                        () -> post("/officer/events/{n}/reply", invited()).param("reply", "YES")),
                new PageAct("/officer/events/{number}/sign-in", "officer", () -> {
                    String number = atStart();
                    return post("/officer/events/{n}/sign-in", number).param("code", codes.now(events.event(number)));
                }),
                new PageAct("/officer/events/{number}/minutes", "officer", () -> {
                    String number = invited();
                    eventing.timePassesTo(number, "2026-03-20T16:00:00");
                    eventing.complete("center", number, "center-record-event", eventing.record(number, "officer"));
                    return post("/officer/events/{n}/minutes", number).param("agreement", "AGREE");
                }),
                new PageAct("/calendar/feed", "officer", () -> {
                    morning();
                    jdbc.sql("delete from calendar_feed").update();
                    return post("/calendar/feed").param("act", "make");
                }));
    }

    private String atStart() {
        String number = invited();
        eventing.timePassesTo(number, "2026-03-20T13:45:00");
        return number;
    }

    private String invited() {
        morning();
        return eventing.planned("TRAINING", Map.copyOf(eventing.plan("officer")));
    }

    private static void morning() {
        Eventing.now("2026-03-16T10:00:00");
    }
}
