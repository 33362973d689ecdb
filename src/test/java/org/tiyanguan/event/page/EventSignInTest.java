package org.tiyanguan.event.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.event.DoorCodes;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.Eventing;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;

/** How people sign in at the door of an event: with the code on the wall, or at the desk. */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
class EventSignInTest {

    @LocalServerPort
    int port;

    @Autowired
    Eventing eventing;

    @Autowired
    Events events;

    @Autowired
    EventInvitations invitations;

    @Autowired
    DoorCodes codes;

    @Test
    void an_officer_signs_in_once_with_the_code_of_this_half_minute_or_the_one_before() {
        String number = eventing.symposium("officer", "officer2");
        eventing.timePassesTo(number, "2026-03-20T13:30:00");
        String code = codes.now(events.event(number));
        Browser officer = Browser.of(port, "officer");
        String door = "/officer/events/" + number + "/sign-in";
        assertThat(officer.get(door + "?code=" + code).body()).contains("签到", code);
        Eventing.now("2026-03-20T13:30:59");
        assertThat(officer.postForm(door, Map.of("code", code)).statusCode()).isEqualTo(302);
        Invitation signed = eventing.invitation("officer", number);
        assertThat(signed.attendance()).isEqualTo(Invitation.Attendance.PRESENT);
        assertThat(signed.signedInBy()).isEqualTo(Invitation.SignIn.CODE);
        assertThat(officer.postForm(door, Map.of("code", codes.now(events.event(number))))
                        .body())
                .contains("已经签到");
        Browser late = Browser.of(port, "officer2");
        assertThat(late.postForm(door, Map.of("code", "abc")).body()).contains("签到码已过期");
        Eventing.now("2026-03-20T13:31:00");
        assertThat(late.postForm(door, Map.of("code", code)).body()).contains("签到码已过期");
        assertThat(eventing.invitation("officer2", number).signedInAt()).isNull();
    }

    @Test
    void nobody_signs_in_uninvited_too_early_or_too_late() {
        String number = eventing.symposium("officer");
        String other = eventing.symposium("officer3");
        Browser officer = Browser.of(port, "officer");
        String door = "/officer/events/" + number + "/sign-in";
        for (String time : new String[] {"2026-03-20T13:29:59", "2026-03-20T14:30:01"}) {
            Eventing.now(time);
            assertThat(officer.postForm(door, Map.of("code", codes.now(events.event(number))))
                            .body())
                    .contains("前后 30 分钟内才能签到");
        }
        Eventing.now("2026-03-20T14:00:00");
        String code = codes.now(events.event(number));
        assertThat(Browser.of(port, "officer2")
                        .postForm(door, Map.of("code", code))
                        .body())
                .contains("受邀人里没有您");
        assertThat(Browser.of(port, "officer3")
                        .postForm("/officer/events/" + other + "/sign-in", Map.of("code", code))
                        .body())
                .contains("签到码已过期");
        assertThat(invitations.present(number)).isEmpty();
    }

    @Test
    void the_desk_signs_in_who_has_no_phone() {
        String number = eventing.symposium("officer", "officer2");
        Browser center = Browser.of(port, "center");
        String id = "" + eventing.invitation("officer", number).id();
        assertThat(center.postForm("/events/" + number + "/sign-in", Map.of("invitation", id))
                        .body())
                .contains("前后 30 分钟内才能签到");
        eventing.timePassesTo(number, "2026-03-20T13:50:00");
        assertThat(center.get("/events/" + number).body()).contains("周晓明签到", "签到码（投影用）");
        assertThat(center.postForm("/events/" + number + "/sign-in", Map.of("invitation", id))
                        .statusCode())
                .isEqualTo(302);
        assertThat(eventing.invitation("officer", number).signedInBy()).isEqualTo(Invitation.SignIn.DESK);
        assertThat(center.get("/events/" + number).body()).contains("到会 1").doesNotContain("周晓明签到");
        assertThat(center.postForm("/events/" + number + "/sign-in", Map.of("invitation", id))
                        .body())
                .contains("已经签到");
        assertThat(center.postForm("/events/" + number + "/sign-in", Map.of("invitation", "1"))
                        .body())
                .contains("不能签到");
    }

    @Test
    void the_projector_shows_a_code_only_while_people_sign_in() {
        String number = eventing.symposium("officer");
        Browser center = Browser.of(port, "center");
        assertThat(center.get("/events/" + number + "/sign-in").body())
                .contains("现在不能签到：会议开始前后 30 分钟内才能签到。")
                .doesNotContain("<svg");
        eventing.timePassesTo(number, "2026-03-20T13:50:00");
        String first = center.get("/events/" + number + "/sign-in").body();
        assertThat(first).contains("<svg", "/door.js", "已签到 0 / 1").doesNotContain(codes.now(events.event(number)));
        Eventing.now("2026-03-20T13:50:30");
        assertThat(center.get("/events/" + number + "/sign-in").body()).isNotEqualTo(first);
    }
}
