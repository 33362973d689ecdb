package org.tiyanguan.event.process;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.event.Event.State;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.officer.Appointing;
import org.tiyanguan.officer.Merits;
import org.tiyanguan.officer.OfficerCategory;

/** What the tests of {@code event.bpmn} begin with on a Monday morning, and ask. */
abstract class EventCases {

    @Autowired
    Eventing eventing;

    @Autowired
    Events events;

    @Autowired
    EventInvitations invitations;

    @Autowired
    EventOpinions opinions;

    @Autowired
    EventActs acts;

    @Autowired
    Merits merits;

    @Autowired
    Appointing appointing;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        Eventing.now("2026-03-16T10:00:00");
    }

    @AfterEach
    void nobody_has_a_term_any_more() {
        jdbc.sql("delete from officer_term").update();
        jdbc.sql("delete from officer").update();
        ClockUtil.reset();
    }

    String held(String... officers) {
        String number = eventing.symposium(officers);
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        return number;
    }

    static Map<String, Object> approval(String approval, String reason) {
        Map<String, Object> form = new HashMap<>(Map.of("approval", approval));
        if (reason != null) form.put("approvalReason", reason);
        return form;
    }

    String view(String user, String number, String task) {
        return eventing.visibleTo(eventing.task(user, number, task))
                .get("caseView")
                .toString();
    }

    State state(String number) {
        return events.event(number).state();
    }

    Reply reply(String invitee, String number) {
        return eventing.invitation(invitee, number).reply();
    }

    static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    String one(String sql, String number) {
        return jdbc.sql(sql).param(number).query(String.class).single();
    }

    void appointed(String account, String category, String until) {
        appointing.officer(account, OfficerCategory.valueOf(category), "云浮石材公司", null, "2026-01-01", until);
    }
}
