package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.LedgerHistory.ActorRole;
import org.tiyanguan.ledger.LedgerHistory.Event;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.rectification.Interventions;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.People;

/** Many entries, one after the other, each for itself. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class BulkActProcessTest {

    @Autowired
    Loop loop;

    @Autowired
    Bulk bulk;

    @Autowired
    Acting acting;

    @Autowired
    BulkActs acts;

    @Autowired
    Interventions interventions;

    @Autowired
    LedgerHistory history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "bulk-act");
    }

    @Test
    void whoever_works_on_the_entries_is_urged_in_the_name_of_whoever_asked() {
        String accepted = loop.rectifying();
        String shared = loop.assigned("gongan", "shebao");

        String act = bulk.urge(accepted, shared);
        assertThat(acts.find(act).orElseThrow())
                .matches(BulkAct::isRunning)
                .matches(one -> one.worked() == 0 && one.total() == 2);
        bulk.finish(act);

        for (String number : List.of(accepted, shared)) {
            Event urged = bulk.last(number);
            assertThat(urged.act()).isEqualTo(Act.URGE);
            assertThat(urged.text()).isEqualTo("群众多次来问进展");
            assertThat(urged.actorName()).isEqualTo(people.nameOf("center"));
            assertThat(urged.actorRole()).isEqualTo(ActorRole.CENTER);
        }
        assertThat(bulk.told("urge", accepted)).containsExactlyInAnyOrder("gongan", "gongan-head");
        assertThat(bulk.told("urge", shared))
                .containsExactlyInAnyOrder("gongan", "gongan-head", "shebao", "shebao-head");
        assertThat(acts.find(act).orElseThrow())
                .matches(one -> !one.isRunning() && one.done() == 2 && one.refused() == 0);
    }

    @Test
    void whoever_asked_is_told_what_came_of_it() {
        String closed = loop.rectifying();
        acting.as("center", () -> {
            interventions.withdraw(closed, "经核实属于重复登记");
            return null;
        });

        String act = bulk.urge(loop.rectifying(), closed);
        assertThat(bulk.told("bulk-ended", act)).isEmpty();
        bulk.finish(act);

        assertThat(bulk.told("bulk-ended", act)).containsExactly("center");
        assertThat(jdbc.sql("select data from notice where number = ?")
                        .param(act)
                        .query(String.class)
                        .single())
                .contains("\"bulkAct\":\"催办\"", "\"bulkDone\":\"1\"", "\"bulkRefused\":\"1\"", "群众多次来问进展");
    }

    @Test
    void what_a_rule_forbids_is_refused_with_its_sentence_and_the_others_go_on() {
        String first = loop.rectifying();
        String closed = loop.rectifying();
        acting.as("center", () -> {
            interventions.withdraw(closed, "经核实属于重复登记");
            return null;
        });
        String untriaged = loop.report();
        String verifying = loop.verifying();
        String last = loop.rectifying();
        List<Act> before = loop.acts(untriaged);

        String act = bulk.urge(first, closed, untriaged, verifying, last);
        bulk.finish(act);

        assertThat(bulk.refusals(act))
                .isEqualTo(Map.of(
                        closed, closed + " 已办结，不能再操作。",
                        untriaged, "没有单位正在办理这一件，不需要处理。",
                        verifying, "没有单位正在办理这一件，不需要处理。"));
        assertThat(loop.acts(untriaged)).isEqualTo(before);
        assertThat(loop.count(first, Act.URGE)).isOne();
        assertThat(loop.count(last, Act.URGE)).isOne();
    }

    @Test
    void all_open_parts_that_others_have_go_to_the_other_department() {
        String accepted = loop.rectifying();
        String shared = loop.assigned("gongan", "shebao");
        String theirs = loop.assigned("shebao");

        String act = bulk.transfer("shebao", accepted, shared, theirs);
        bulk.finish(act);

        assertThat(loop.part(accepted).department()).isEqualTo("shebao");
        assertThat(loop.parts(accepted))
                .extracting(Part::state)
                .containsExactly(PartState.TRANSFERRED, PartState.ACCEPT);
        assertThat(loop.parts(shared).stream().filter(Part::isOpen))
                .extracting(Part::department)
                .containsExactly("shebao", "shebao");
        assertThat(loop.tasks(shared, "department-accept"))
                .hasSize(2)
                .allMatch(task -> loop.groupOf(task).equals("dept-shebao"));
        assertThat(bulk.last(accepted).act()).isEqualTo(Act.TRANSFER);
        assertThat(bulk.last(accepted).actorName()).isEqualTo(people.nameOf("center"));
        assertThat(bulk.refusals(act)).isEqualTo(Map.of(theirs, "已由这个单位办理，不需要改派。"));
        assertThat(loop.count(theirs, Act.TRANSFER)).isZero();
    }

    @Test
    void all_open_parts_get_the_new_day_and_their_timers_with_it() {
        String shared = loop.assigned("gongan", "shebao");

        String act = bulk.extend("2026-03-31", shared);
        bulk.finish(act);

        assertThat(loop.parts(shared))
                .allMatch(part -> part.deadline().toString().equals("2026-03-31T17:30"));
        assertThat(loop.count(shared, Act.RESCHEDULE)).isEqualTo(2);
        assertThat(timers(shared)).anyMatch(timer -> timer.contains("2026-03-31"));
        assertThat(bulk.refusals(act)).isEmpty();
    }

    /** The first part was moved before the second one was refused. */
    @Test
    void a_refused_entry_leaves_nothing_behind() {
        String half = loop.assigned("gongan", "shebao");
        String next = loop.rectifying();
        acting.as("center", () -> {
            interventions.reschedule(loop.parts(half).get(1).id(), LocalDate.parse("2026-04-30"), "需要采购新的设备");
            return null;
        });
        Object before = everything(half);

        String act = bulk.extend("2026-03-31", half, next);
        bulk.finish(act);

        assertThat(bulk.refusals(act)).isEqualTo(Map.of(half, "新的时限要晚于现在的时限（2026-04-30 17:30）。"));
        assertThat(everything(half)).isEqualTo(before);
        assertThat(loop.part(next).deadline()).isEqualTo("2026-03-31T17:30");
    }

    // ---- how the tests act and look

    private List<String> timers(String number) {
        return management
                .createJobQuery()
                .processInstanceId(loop.instance(number).getId())
                .list()
                .stream()
                .map(job -> job.getId() + " " + job.getDuedate().toInstant().atZone(ZoneId.of("Asia/Shanghai")))
                .sorted()
                .toList();
    }

    /** All that an act could leave behind: history, parts, tokens with their tasks and timers, notices. */
    private List<Object> everything(String number) {
        return List.of(
                history.of(number),
                loop.parts(number),
                runtime
                        .createExecutionQuery()
                        .processInstanceId(loop.instance(number).getId())
                        .list()
                        .stream()
                        .map(execution -> execution.getId())
                        .sorted()
                        .toList(),
                loop.tasks(number, "department-accept").stream()
                        .map(task -> task.getId() + task.getDueDate())
                        .sorted()
                        .toList(),
                timers(number),
                jdbc.sql("select id from notice where number = ? order by id")
                        .param(number)
                        .query(Long.class)
                        .list());
    }
}
