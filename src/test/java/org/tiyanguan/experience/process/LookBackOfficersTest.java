package org.tiyanguan.experience.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.security.Roles;

/** Who goes to look back on what was mended, in {@code experience.bpmn}, and when nobody goes any more. */
@IntegrationTest
class LookBackOfficersTest extends LookBackCases {

    /** The nodes of {@code experience.bpmn} that this class answers for. */
    static final Set<String> NODES = Set.of("center-plan-look-back", "look-back-plan-result", "look-back-dropped");

    @Autowired
    Experiencing experiencing;

    @AfterAll
    static void the_nodes_were_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertNodesVisited(engine, "experience", NODES);
    }

    @Test
    void nobody_goes_who_reported_has_a_tie_or_was_sent_before() {
        String number = closed(1);
        List<String> others = officersBut("officer", "officer2", "officer3");
        tie(others);
        lookingBack.round(DUE);
        String assignment = lookingBack.assignment(number);
        String first = lookingBack.officer(assignment);
        assertThat(first).isIn("officer2", "officer3");
        experiencing.reply(first, assignment, "NO", "那几天出差，去不了");
        String second = lookingBack.officer(assignment);
        assertThat(List.of(first, second)).containsExactlyInAnyOrder("officer2", "officer3");
        experiencing.timePassesTo(assignment, "2026-06-16T00:10:00");
        assertThat(assignments.assignment(assignment).state()).isEqualTo(Assignment.State.ENDED);
        lookingBack.round("2026-06-16T08:40:00");
        String again = lookingBack.assignments(number).get(1);
        assertThat(experiencing.openTasks(again)).containsExactly("center-plan-look-back");
        assertThat(experiencing
                        .visibleTo(experiencing.task("center", again, "center-plan-look-back"))
                        .get("caseView")
                        .toString())
                .contains("\"officers\":[]", number);
        assertThat(experiencing.told("center", "look-back-nobody", again)).isEqualTo(1);
        lookingBack.round("2026-06-17T08:40:00");
        assertThat(lookingBack.assignments(number)).as("the task waits").hasSize(2);
        experiencing.complete(
                "center", again, "center-plan-look-back", Map.of("plan", "DROP", "dropReason", "没有合适的体验官"));
        assertThat(experiencing.ended(again)).isTrue();
        lookingBack.round("2026-06-18T08:40:00");
        assertThat(lookingBack.assignments(number)).hasSize(2);
    }

    @Test
    void the_centre_names_somebody_where_all_are_busy() {
        String assignment = lookingBack.waiting(++last);
        Experiencing.now("2026-03-05T10:00:00");
        experiencing.complete(
                "center", assignment, "center-plan-look-back", Map.of("plan", "SEND", "officer", "officer4"));
        assertThat(assignments.assignment(assignment).begin()).isEqualTo("2026-03-05");
        assertThat(assignments.assignment(assignment).end()).isEqualTo("2026-03-19");
        assertThat(experiencing.told("officer4", "assignment-invited", assignment))
                .isEqualTo(1);
        lookingBack.visited(assignment, "4", 0);
        assertThat(experiencing.ended(assignment)).isTrue();
    }

    @Test
    void what_the_centre_withdraws_is_not_planned_again() {
        String number = closed(1);
        lookingBack.round(DUE);
        Browser.of(port, "center")
                .postForm("/assignments/" + lookingBack.assignment(number) + "/withdraw", Map.of("reason", "窗口已经撤销"));
        lookingBack.round("2026-06-02T08:40:00");
        assertThat(lookingBack.assignments(number)).hasSize(1);
    }

    @Test
    void what_came_back_while_nobody_looked_is_not_looked_at_any_more() {
        String number = closed(1);
        lookingBack.round(DUE);
        experiencing.timePassesTo(lookingBack.assignment(number), "2026-06-16T00:10:00");
        reopening.byCenter(number, "窗口又排起了长队", Map.of("channel", "VISIT"));
        lookingBack.round("2026-06-16T08:40:00");
        assertThat(lookingBack.assignments(number)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from look_back where number = :n and settled_at is not null")
                        .param("n", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    // ----

    private List<String> officersBut(String... free) {
        return people.membersOf(Roles.OFFICER).stream()
                .filter(officer -> !List.of(free).contains(officer))
                .toList();
    }

    private void tie(List<String> officers) {
        officers.forEach(
                officer -> jdbc.sql("insert into officer_tie (account, department) values (:officer, 'gongan')")
                        .param("officer", officer)
                        .update());
    }
}
