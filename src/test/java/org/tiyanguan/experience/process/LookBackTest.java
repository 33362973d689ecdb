package org.tiyanguan.experience.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.Refused.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.VisitKind;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.ledger.LookBack;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Reporters;

/** Each path of {@code look-back.bpmn}, and what officers find who look back on what was mended. */
@IntegrationTest
class LookBackTest extends LookBackCases {

    /** The nodes of {@code experience.bpmn} that this class answers for. */
    static final Set<String> NODES = Set.of("look-back-chosen", "draw-look-back", "look-back-drawn");

    @Autowired
    Visits visits;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerHistory history;

    @Autowired
    Relapses relapses;

    @Autowired
    Reporters reporters;

    @AfterAll
    static void every_node_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "look-back");
        ModelCoverage.assertNodesVisited(engine, "experience", NODES);
    }

    // ---- what is chosen

    @Test
    void another_officer_is_sent_ninety_days_after_closing_unannounced_once() {
        String number = closed(1);
        lookingBack.round("2026-05-29T08:40:00");
        assertThat(lookingBack.assignments(number)).isEmpty();
        lookingBack.round("2026-05-31T08:40:00");
        assertThat(lookingBack.assignments(number)).as("on a Sunday").isEmpty();
        lookingBack.round(DUE);
        Assignment assignment = assignments.assignment(lookingBack.assignment(number));
        assertThat(assignment.visitKind()).isEqualTo(VisitKind.UNANNOUNCED);
        assertThat(assignment.title()).isEqualTo("回头看：户籍窗口排队过久");
        assertThat(assignment.department()).isEqualTo("gongan");
        assertThat(assignment.place()).isEqualTo("二楼A区");
        assertThat(assignment.serviceItem()).isEqualTo("户口迁移");
        assertThat(assignment.instruction()).contains("取号后等了两个小时，只开了一个窗口。");
        assertThat(assignment.itemList()).hasSize(2).first().asString().contains("解决了吗");
        assertThat(assignment.begin()).isEqualTo("2026-06-01");
        assertThat(assignment.end()).isEqualTo("2026-06-15");
        assertThat(visits.of(assignment.number())).hasSize(1).first().satisfies(visit -> {
            assertThat(visit.officer()).isNotEqualTo("officer");
            assertThat(visit.state()).isEqualTo(Visit.State.INVITED);
        });
        lookingBack.round("2026-06-02T08:40:00");
        assertThat(lookingBack.assignments(number)).hasSize(1);
    }

    @Test
    void of_ordinary_entries_a_tenth_is_chosen_the_same_ones_whenever_it_is_asked() {
        long chosen = IntStream.rangeClosed(1, 10_000)
                .mapToObj(n -> "TYG-2026-%06d".formatted(n))
                .filter(number -> LookBackRound.isAmong(number, 10))
                .count();
        assertThat(chosen).isBetween(900L, 1100L);
        int among = numbered(true);
        int not = numbered(false);
        String yes = lookingBack.closed(among, CLOSED, 5);
        String no = lookingBack.closed(not, CLOSED, 5);
        lookingBack.round(DUE);
        lookingBack.round("2026-06-02T08:40:00");
        assertThat(lookingBack.assignments(yes)).hasSize(1);
        assertThat(lookingBack.assignments(no)).isEmpty();
        assertThat(jdbc.sql("select chosen from look_back where number = :no and share = 10 and settled_at is not null")
                        .param("no", no)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void mornings_that_were_missed_are_made_up_for_but_not_for_ever() {
        String lately = closed(1);
        String longAgo = lookingBack.closed(++last, "2026-02-01T10:00:00", 1);
        lookingBack.round("2026-06-12T08:40:00");
        assertThat(lookingBack.assignments(lately)).hasSize(1);
        assertThat(lookingBack.assignments(longAgo)).isEmpty();
    }

    @Test
    void what_came_back_already_is_not_looked_back_on() {
        String number = closed(1);
        reopening.byCenter(number, "窗口又排起了长队", Map.of("channel", "VISIT"));
        lookingBack.round(DUE);
        assertThat(lookingBack.assignments(number)).isEmpty();
    }

    // ---- what is found

    @Test
    void what_is_gone_is_noted_in_the_entry() {
        String number = closed(1);
        lookingBack.round(DUE);
        String assignment = lookingBack.assignment(number);
        String second = lookingBack.officer(assignment);
        lookingBack.visited(assignment, "5", 0);
        assertThat(ledger.entry(number).lookBack()).isEqualTo(LookBack.GONE);
        assertThat(ledger.entry(number).lookedBackAt()).isEqualTo("2026-06-01T08:40");
        assertThat(history.of(number)).last().satisfies(event -> {
            assertThat(event.act()).isEqualTo(Act.LOOK_BACK);
            assertThat(event.text()).isEqualTo("问题没有再出现");
        });
        assertThat(assignments.assignment(assignment).state()).isEqualTo(Assignment.State.ENDED);
        assertThat(Browser.of(port, "center").get("/ledger/" + number).body())
                .contains("2026-06-01　问题没有再出现", people.nameOf(second));
        assertThat(Browser.of(port, "officer").get("/officer/" + number).body())
                .contains("2026-06-01 已派人回头看：问题没有再出现")
                .doesNotContain(people.nameOf(second), second + "\"");
        departmentLearnsNobody(number, second);
        lookingBack.round("2026-06-02T08:40:00");
        assertThat(lookingBack.assignments(number)).hasSize(1);
    }

    @Test
    void what_is_still_there_goes_on_as_an_entry_of_its_own() {
        String number = closed(1);
        lookingBack.round(DUE);
        String assignment = lookingBack.assignment(number);
        String second = lookingBack.officer(assignment);
        lookingBack.visited(assignment, "2", 2);
        assertThat(ledger.entry(number).lookBack()).isEqualTo(LookBack.STILL);
        assertThat(relapses.of(number)).hasSize(1);
        String child = relapses.openOf(number).orElseThrow();
        assertThat(ledger.entry(child).original().title()).isEqualTo("第1处：户籍窗口排队过久");
        assertThat(reporters.account(child)).contains(second);
        assertThat(history.of(number)).extracting(LedgerHistory.Event::act).endsWith(Act.RELAPSE, Act.LOOK_BACK);
        assertThat(jdbc.sql("select ledger from record_finding f join experience_record r on r.number = f.record "
                                + "join visit v on v.id = r.visit where v.assignment = :a order by position")
                        .param("a", assignment)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .first()
                .isEqualTo(child);
        assertThat(Browser.of(port, second).get("/officer/" + child).body()).doesNotContain(number, "王小明");
        assertThat(Browser.of(port, "officer").get("/officer/" + number).body())
                .contains("正在另案整改")
                .doesNotContain(child, people.nameOf(second));
        departmentLearnsNobody(number, second);
    }

    @Test
    void whoever_says_that_it_is_still_there_says_how() {
        String number = closed(1);
        lookingBack.round(DUE);
        String assignment = lookingBack.assignment(number);
        refused(() -> lookingBack.visited(assignment, "3", 0)).hasMessageContaining("请在下面写一条问题");
        assertThat(ledger.entry(number).lookBack()).isNull();
    }

    @Test
    void what_could_not_be_seen_is_looked_at_by_somebody_else() {
        String number = closed(1);
        lookingBack.round(DUE);
        String first = lookingBack.assignment(number);
        lookingBack.visited(first, "NONE", 0);
        assertThat(ledger.entry(number).lookBack()).isNull();
        lookingBack.round("2026-06-02T08:40:00");
        assertThat(lookingBack.assignments(number)).hasSize(2);
        assertThat(lookingBack.officer(lookingBack.assignments(number).get(1)))
                .isNotIn("officer", lookingBack.officer(first));
    }

    // ----

    private void departmentLearnsNobody(String number, String second) {
        Browser gongan = Browser.of(port, "gongan");
        String name = people.nameOf(second);
        for (String page : List.of(
                "/ledger/" + number,
                "/ledger?cols=TITLE,RELAPSE,LOOK_BACK",
                "/ledger.csv",
                "/notices",
                "/assignments",
                EngineRoots.inTurn(0, 0) + "task",
                EngineRoots.inTurn(1, 0) + "history/task",
                EngineRoots.inTurn(2, 0) + "process-instance",
                EngineRoots.inTurn(0, 1) + "variable-instance"))
            assertThat(gongan.get(page).body()).as(page).doesNotContain(name, "王小明", "\"" + second + "\"");
        assertThat(gongan.get("/ledger/" + number).body()).contains("回头看");
    }

    /** Counts on to a number that is among a tenth, or is not. */
    private static int numbered(boolean among) {
        do last++;
        while (LookBackRound.isAmong(LedgerRows.number(last), 10) != among);
        return last;
    }
}
