package org.tiyanguan.experience.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Absences;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.officer.Appointing;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.TermEnd;
import org.tiyanguan.officer.Terms;

/** Who goes on an assignment by {@code experience.bpmn}, and who goes instead. */
@IntegrationTest
class AssignedOfficersTest {

    /** The nodes of the diagram that this class answers for. */
    static final Set<String> NODES = Set.of(
            "invited-officer-left",
            "officer-replaced",
            "release-officer",
            "replace-officer",
            "visit-declined",
            "visiting-officer-left");

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "experience", NODES);
    }

    @Autowired
    Experiencing experiencing;

    @Autowired
    Assignments assignments;

    @Autowired
    Visits visits;

    @Autowired
    Records records;

    @Autowired
    Absences absences;

    @Autowired
    Terms terms;

    @Autowired
    Appointing appointing;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday_morning() {
        Experiencing.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void everybody_is_free_again() {
        experiencing.everybodyIsFreeAgain();
        ClockUtil.reset();
    }

    @Test
    void officers_are_drawn_among_those_who_are_free_in_office_and_have_no_tie() {
        experiencing.planned(experiencing.plan("officer", "officer2"));
        jdbc.sql("insert into officer_tie (account, department) values ('officer3', 'gongan'), ('officer4', 'shebao')")
                .update();
        appointed("officer5", "2025-01-01", "2026-03-05", "云浮石材公司");
        appointed("officer6", "2026-01-01", "2026-12-31", "市公安局云城分局");
        appointed("officer7", "2026-01-01", "2026-12-31", "云浮石材公司");
        String number = experiencing.planned(experiencing.drawing(5));
        assertThat(visits.of(number))
                .extracting(Visit::officer)
                .containsExactlyInAnyOrder("officer4", "officer7", "officer8", "officer9", "officer10");
        assertThatThrownBy(() -> experiencing.planned(experiencing.drawing(1))).hasMessageContaining("只有 0 位");
    }

    @Test
    void the_visits_of_an_officer_whose_term_ends_are_drawn_anew_and_the_centre_is_told() {
        appointed("officer", "2026-01-01", "2026-12-31", null);
        appointed("officer2", "2026-01-01", "2026-12-31", null);
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer2", number, "YES", null);
        terms.end("officer", TermEnd.RESIGNED, LocalDate.parse("2026-03-02"), "", null);
        terms.end("officer2", TermEnd.DISMISSED, LocalDate.parse("2026-03-02"), "多次无故缺席", null);
        assertThat(visits.of(number))
                .extracting(Visit::state)
                .containsExactly(
                        Visit.State.WITHDRAWN, Visit.State.WITHDRAWN, Visit.State.INVITED, Visit.State.INVITED);
        List<String> next = visits.open(number).stream().map(Visit::officer).toList();
        assertThat(next).doesNotContain("officer", "officer2").doesNotHaveDuplicates();
        assertThat(experiencing.openTasks(number)).containsExactly("officer-reply", "officer-reply");
        assertThat(experiencing.told("officer2", "assignment-over", number)).isOne();
        assertThat(experiencing.told("center", "assignment-left", number)).isEqualTo(2);
        assertThat(experiencing.told(next.get(0), "assignment-invited", number)).isOne();
        for (String officer : next) {
            experiencing.reply(officer, number, "YES", null);
            experiencing.send(officer, number, 0);
        }
        assertThat(state(number)).isEqualTo(Assignment.State.ENDED);
    }

    @Test
    void the_visit_of_who_is_no_officer_any_more_or_has_no_account_is_drawn_anew() {
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer2", number, "YES", null);
        try {
            absences.leaves("officer", "officer");
            absences.accountIsDeleted("officer2");
            assertThat(visits.of(number))
                    .extracting(Visit::state)
                    .containsExactly(
                            Visit.State.WITHDRAWN, Visit.State.WITHDRAWN, Visit.State.INVITED, Visit.State.INVITED);
            assertThat(visits.open(number))
                    .extracting(Visit::officer)
                    .doesNotContain("officer", "officer2")
                    .doesNotHaveDuplicates();
            assertThat(experiencing.told("center", "assignment-left", number)).isEqualTo(2);
        } finally {
            absences.allReturn();
        }
    }

    @Test
    void a_visit_that_nobody_can_take_over_ends_and_what_was_sent_stays() {
        appointed("officer", "2026-01-01", "2026-12-31", null);
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer2", number, "YES", null);
        experiencing.send("officer2", number, 0);
        for (int n = 3; n <= 10; n++)
            jdbc.sql("insert into officer_tie (account, department) values (?, 'gongan')")
                    .param("officer" + n)
                    .update();
        terms.end("officer", TermEnd.UNIT, LocalDate.parse("2026-03-02"), "工作调动", null);
        assertThat(visits.of(number)).extracting(Visit::state).containsExactly(Visit.State.WITHDRAWN, Visit.State.SENT);
        assertThat(state(number)).isEqualTo(Assignment.State.ENDED);
    }

    @Test
    void whoever_is_past_the_last_day_cannot_accept_or_send_but_may_decline() {
        appointed("officer", "2026-01-01", "2026-03-10", null);
        appointed("officer2", "2026-01-01", "2026-03-10", null);
        String number = experiencing.planned(experiencing.plan("officer", "officer2"));
        experiencing.reply("officer2", number, "YES", null);
        jdbc.sql("update officer_term set term_until = date '2026-03-01'").update();
        assertThatThrownBy(() -> experiencing.reply("officer", number, "YES", null))
                .hasMessageContaining("您的聘期已于 2026-03-01 结束");
        assertThatThrownBy(() -> experiencing.send("officer2", number, 0)).hasMessageContaining("您的聘期已于 2026-03-01 结束");
        experiencing.reply("officer", number, "NO", "聘期已满");
        assertThat(experiencing.visit("officer", number).state()).isEqualTo(Visit.State.DECLINED);
    }

    @Test
    void nobody_is_named_for_days_on_which_they_do_not_serve() {
        appointed("officer", "2026-01-01", "2026-03-05", null);
        assertThatThrownBy(() -> experiencing.planned(experiencing.plan("officer")))
                .hasMessageContaining("不在聘期内");
    }

    @Test
    void whoever_was_drawn_and_declines_is_replaced_and_nobody_is_asked_twice() {
        String number = experiencing.planned(experiencing.drawing(1));
        String first = visits.of(number).get(0).officer();
        experiencing.reply(first, number, "NO", "那几天出差");
        assertThat(experiencing.visit(first, number).state()).isEqualTo(Visit.State.DECLINED);
        assertThat(experiencing.told("center", "assignment-declined", number)).isOne();
        assertThat(visits.of(number)).hasSize(2);
        String second = visits.of(number).get(1).officer();
        assertThat(second).isNotEqualTo(first);
        assertThat(experiencing.told(second, "assignment-invited", number)).isOne();
        experiencing.reply(second, number, "YES", null);
        experiencing.send(second, number, 0);
        assertThat(state(number)).isEqualTo(Assignment.State.ENDED);
    }

    @Test
    void whoever_was_named_and_declines_is_not_replaced() {
        String number = experiencing.planned(experiencing.plan("officer"));
        experiencing.reply("officer", number, "NO", "那几天出差");
        assertThat(visits.of(number)).extracting(Visit::state).containsExactly(Visit.State.DECLINED);
        assertThat(state(number)).isEqualTo(Assignment.State.ENDED);
    }

    @Test
    void who_has_a_tie_cannot_be_named() {
        jdbc.sql("insert into officer_tie (account, department) values ('officer', 'gongan')")
                .update();
        assertThatThrownBy(() -> experiencing.planned(experiencing.plan("officer")))
                .hasMessageContaining("周晓明与该单位有关联");
    }

    private Assignment.State state(String number) {
        return assignments.assignment(number).state();
    }

    private void appointed(String account, String from, String until, String employer) {
        appointing.officer(account, OfficerCategory.PUBLIC, employer, null, from, until);
    }
}
