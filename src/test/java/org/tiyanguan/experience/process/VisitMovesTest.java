package org.tiyanguan.experience.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.Visit;

/** The centre moves the last day of an assignment under way. */
@IntegrationTest
@AtTime("2026-03-02T10:00")
class VisitMovesTest {

    private static final String WHY = "窗口临时搬迁";

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    VisitMoves moves;

    @Autowired
    Assignments assignments;

    @Test
    void the_last_day_moves_with_reminder_deadline_and_task_and_officers_are_told() {
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer", number, "YES", null);
        experiencing.reply("officer2", number, "NO", "出差");
        moves.move(number, "2026-03-17", WHY);

        assertThat(assignments.assignment(number).end()).isEqualTo("2026-03-17");
        assertThat(assignments.assignment(number).begin()).isEqualTo("2026-03-03");
        assertThat(experiencing.told("officer", "assignment-moved", number)).isOne();
        assertThat(experiencing.told("officer2", "assignment-moved", number)).isZero();
        assertThat(experiencing.tasks(number))
                .singleElement()
                .satisfies(task -> assertThat(task.getDueDate()).isEqualTo("2026-03-17T16:00:00Z"));
        experiencing.timePassesTo(number, "2026-03-12T18:00:00");
        assertThat(experiencing.told("officer", "assignment-remind", number)).isZero();
        assertThat(experiencing.ended(number)).isFalse();
        experiencing.timePassesTo(number, "2026-03-17T23:59:00");
        assertThat(experiencing.told("officer", "assignment-remind", number)).isOne();
        assertThat(experiencing.ended(number)).isFalse();
        experiencing.timePassesTo(number, "2026-03-18T00:00:00");
        assertThat(experiencing.ended(number)).isTrue();
        assertThat(experiencing.visit("officer", number).state()).isEqualTo(Visit.State.LAPSED);
    }

    @Test
    void an_earlier_day_takes_the_first_day_along() {
        String number = experiencing.planned(experiencing.plan("officer"));
        moves.move(number, "2026-03-02", WHY);
        assertThat(assignments.assignment(number).begin()).isEqualTo("2026-03-02");
        assertThat(assignments.assignment(number).end()).isEqualTo("2026-03-02");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,窗口临时搬迁,不能早于今天",
        "2026-03-14,窗口临时搬迁,不是工作日",
        "2026-03-10,窗口临时搬迁,本来就是这一天",
        "2026-02-30,窗口临时搬迁,请填写新的最后一天",
        "'',窗口临时搬迁,请填写新的最后一天",
        "2026-03-17,'',请说明原因",
        "2026-03-17,\u200b,请说明原因"
    })
    void what_is_wrong_is_refused(String day, String reason, String says) {
        String number = experiencing.planned(experiencing.plan("officer"));
        refused(() -> moves.move(number, day, reason)).hasMessageContaining(says);
        assertThat(assignments.assignment(number).end()).isEqualTo("2026-03-10");
    }

    @Test
    void what_has_ended_is_not_moved() {
        String number = experiencing.planned(experiencing.plan("officer"));
        assignments.reason(number, WHY);
        experiencing.withdraw(number);
        refused(() -> moves.move(number, "2026-03-17", WHY)).hasMessageContaining("已经结束");
    }

    @Test
    void the_page_moves_it_and_keeps_what_was_typed_when_refused() {
        String number = experiencing.planned(experiencing.plan("officer"));
        Browser center = Browser.of(port, "center");
        String page = "/assignments/" + number;
        assertThat(center.get(page).body()).contains("改最后一天");
        assertThat(Browser.of(port, "leader").get(page).body()).doesNotContain("改最后一天");
        var refused = center.postForm(page + "/move", Map.of("lastDay", "2026-03-14", "reason", WHY));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("2026-03-14 不是工作日", WHY);
        assertThat(center.postForm(page + "/move", Map.of("lastDay", "2026-03-17", "reason", WHY))
                        .statusCode())
                .isEqualTo(302);
        assertThat(assignments.assignment(number).end()).isEqualTo("2026-03-17");
    }
}
