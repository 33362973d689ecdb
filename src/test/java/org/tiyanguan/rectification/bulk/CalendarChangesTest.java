package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tiyanguan.ledger.list.LedgerPages.text;
import static org.tiyanguan.rectification.bulk.BulkPages.hand;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.ledger.list.LedgerPages;
import org.tiyanguan.rectification.Interventions;
import org.tiyanguan.rectification.Loop;

/** An administrator loads other holidays while cases are under way; the centre looks over what that changes. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class CalendarChangesTest {

    private static final String MORE = "date,kind,name\n2026-03-17,holiday,特别假\n2026-03-18,holiday,特别假\n";
    private static final String FEWER = "date,kind,name\n2026-03-14,workday,特别假\n2026-03-15,workday,特别假\n";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Loop loop;

    @Autowired
    Interventions interventions;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Acting acting;

    @Autowired
    LedgerPages pages;

    @Autowired
    BulkPages bulk;

    @BeforeEach
    void nobody_was_told() {
        jdbc.sql("delete from notice where template = 'calendar-changed'").update();
    }

    @AfterEach
    void as_the_calendar_was() throws Exception {
        for (String day : new String[] {"2026-03-14", "2026-03-15", "2026-03-17", "2026-03-18"})
            pages.perform("camunda-admin", post("/admin/holidays/remove").param("date", day));
        jdbc.sql("update assignment set state = 'ENDED'").update();
        bulk.forgetAll();
    }

    @Test
    void deadlines_that_were_counted_with_other_days_are_shown_and_moved_for_one_reason() throws Exception {
        String number = loop.rectifying();
        assertThat(loop.part(number).deadline()).isEqualTo("2026-03-19T17:30");
        assertThat(changes("center")).contains("在办的时限和现在的日历一致");

        load(MORE);
        assertThat(told()).isOne();
        assertThat(changes("center")).contains(number, "2026-03-19", "2026-03-23", "移动选中的时限");
        assertThat(changes("center-leader")).contains(number, "2026-03-23").doesNotContain("移动选中的时限");

        bulk.begin(hand("").param("which", "CHOSEN")
                .param("number", number)
                .param("act", "RECOUNT")
                .param("reason", "按新的节假日安排重算"));
        bulk.finish();
        assertThat(loop.part(number).deadline()).isEqualTo("2026-03-23T17:30");
        assertThat(loop.acts(number)).endsWith(Act.RESCHEDULE);
        assertThat(changes("center")).contains("在办的时限和现在的日历一致");
        loop.timePassesTo(number, "2026-03-23T17:29");
        assertThat(loop.acts(number)).doesNotContain(Act.OVERDUE);
        loop.timePassesTo(number, "2026-03-23T17:31");
        assertThat(loop.acts(number)).contains(Act.OVERDUE);
    }

    @Test
    void a_day_that_somebody_chose_moves_only_off_a_day_off() throws Exception {
        String kept = loop.rectifying();
        String moved = loop.rectifying();
        reschedule(kept, "2026-03-20");
        reschedule(moved, "2026-03-18");
        load(MORE);
        assertThat(changes("center")).contains(moved, "2026-03-19").doesNotContain(kept);
    }

    @Test
    void no_deadline_comes_earlier_and_nobody_is_told_where_nothing_changes() throws Exception {
        String number = loop.rectifying();
        load(FEWER);
        assertThat(changes("center")).contains("在办的时限和现在的日历一致").doesNotContain(number);
        assertThat(told()).isZero();
    }

    @Test
    void what_needs_no_other_day_is_refused_by_its_number() throws Exception {
        String number = loop.rectifying();
        String address = bulk.begin(hand("").param("which", "CHOSEN")
                .param("number", number)
                .param("act", "RECOUNT")
                .param("reason", "按新的节假日安排重算"));
        bulk.finish();
        assertThat(text(pages.page("center", address))).contains("1 件未办成", "按现在的日历，这一件的时限不用改。");
    }

    @Test
    void visits_that_end_on_a_day_off_are_shown_with_the_page_that_moves_them() throws Exception {
        var plan = experiencing.plan("officer");
        plan.put("firstDay", "2026-03-13");
        plan.put("lastDay", "2026-03-18");
        String number = experiencing.planned(plan);
        assertThat(changes("center")).doesNotContain(number);
        load(MORE);
        assertThat(told()).isOne();
        assertThat(pages.page("center", "/ledger/calendar")).contains("体验任务最后一天", "/assignments/" + number);
    }

    private void reschedule(String number, String day) {
        acting.as("center", () -> {
            interventions.reschedule(loop.part(number).id(), LocalDate.parse(day), "单位申请，群众同意");
            return null;
        });
    }

    private String changes(String group) throws Exception {
        return text(pages.page(group, "/ledger/calendar"));
    }

    private void load(String csv) throws Exception {
        var file = new MockMultipartFile("file", "days.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(pages.perform("camunda-admin", multipart("/admin/holidays").file(file))
                        .getStatus())
                .isEqualTo(302);
    }

    private int told() {
        return jdbc.sql("select count(*) from notice where template = 'calendar-changed' and recipient = 'center'")
                .query(Integer.class)
                .single();
    }
}
