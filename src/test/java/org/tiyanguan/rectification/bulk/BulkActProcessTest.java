package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.Acting;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ModelCoverage;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.LedgerHistory.ActorRole;
import org.tiyanguan.ledger.LedgerHistory.Event;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.rectification.AtTaskEnd;
import org.tiyanguan.rectification.Interventions;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.People;

/** Many entries, one after the other, each for itself. */
@IntegrationTest
class BulkActProcessTest {

    @Autowired
    Loop loop;

    @Autowired
    AtTaskEnd atTaskEnd;

    @Autowired
    Acting acting;

    @Autowired
    BulkIntake intake;

    @Autowired
    BulkActs acts;

    @Autowired
    BulkWork work;

    @Autowired
    Interventions interventions;

    @Autowired
    LedgerHistory history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void aMonday() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @AfterAll
    static void every_node_of_the_diagram_was_visited(@Autowired ProcessEngine engine) {
        ModelCoverage.assertAllNodesVisited(engine, "bulk-act");
    }

    @Test
    void whoever_works_on_the_entries_is_urged_in_the_name_of_whoever_asked() {
        String accepted = loop.rectifying();
        String shared = loop.assigned("gongan", "shebao");

        String bulk = urge(accepted, shared);
        assertThat(acts.find(bulk).orElseThrow())
                .matches(BulkAct::isRunning)
                .matches(act -> act.worked() == 0 && act.total() == 2);
        finish(bulk);

        for (String number : List.of(accepted, shared)) {
            Event urged = last(number);
            assertThat(urged.act()).isEqualTo(Act.URGE);
            assertThat(urged.text()).isEqualTo("群众多次来问进展");
            assertThat(urged.actorName()).isEqualTo(people.nameOf("center"));
            assertThat(urged.actorRole()).isEqualTo(ActorRole.CENTER);
        }
        assertThat(told("urge", accepted)).containsExactlyInAnyOrder("gongan", "gongan-head");
        assertThat(told("urge", shared)).containsExactlyInAnyOrder("gongan", "gongan-head", "shebao", "shebao-head");
        assertThat(acts.find(bulk).orElseThrow())
                .matches(act -> !act.isRunning() && act.done() == 2 && act.refused() == 0);
    }

    @Test
    void whoever_asked_is_told_what_came_of_it() {
        String closed = loop.rectifying();
        acting.as("center", () -> {
            interventions.withdraw(closed, "经核实属于重复登记");
            return null;
        });

        String bulk = urge(loop.rectifying(), closed);
        assertThat(told("bulk-ended", bulk)).isEmpty();
        finish(bulk);

        assertThat(told("bulk-ended", bulk)).containsExactly("center");
        assertThat(jdbc.sql("select data from notice where number = ?")
                        .param(bulk)
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

        String bulk = urge(first, closed, untriaged, verifying, last);
        finish(bulk);

        assertThat(refusals(bulk))
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

        String bulk = transfer("shebao", accepted, shared, theirs);
        finish(bulk);

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
        assertThat(last(accepted).act()).isEqualTo(Act.TRANSFER);
        assertThat(last(accepted).actorName()).isEqualTo(people.nameOf("center"));
        assertThat(refusals(bulk)).isEqualTo(Map.of(theirs, "已由这个单位办理，不需要改派。"));
        assertThat(loop.count(theirs, Act.TRANSFER)).isZero();
    }

    @Test
    void all_open_parts_get_the_new_day_and_their_timers_with_it() {
        String shared = loop.assigned("gongan", "shebao");

        String bulk = extend("2026-03-31", shared);
        finish(bulk);

        assertThat(loop.parts(shared))
                .allMatch(part -> part.deadline().toString().equals("2026-03-31T17:30"));
        assertThat(loop.count(shared, Act.RESCHEDULE)).isEqualTo(2);
        assertThat(timers(shared)).anyMatch(timer -> timer.contains("2026-03-31"));
        assertThat(refusals(bulk)).isEmpty();
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

        String bulk = extend("2026-03-31", half, next);
        finish(bulk);

        assertThat(refusals(bulk)).isEqualTo(Map.of(half, "新的时限要晚于现在的时限（2026-04-30 17:30）。"));
        assertThat(everything(half)).isEqualTo(before);
        assertThat(loop.part(next).deadline()).isEqualTo("2026-03-31T17:30");
    }

    @Test
    void a_job_that_is_repeated_after_a_crash_does_nothing_twice() {
        String first = loop.rectifying();
        String second = loop.rectifying();
        String bulk = urge(first, second);

        // The entry's transaction was committed, the job's was not.
        new TransactionTemplate(transactions).executeWithoutResult(job -> {
            work.workOff(bulk);
            job.setRollbackOnly();
        });
        assertThat(loop.count(first, Act.URGE)).isOne();
        finish(bulk);

        assertThat(loop.count(first, Act.URGE)).isOne();
        assertThat(loop.count(second, Act.URGE)).isOne();
        assertThat(told("urge", first)).containsExactlyInAnyOrder("gongan", "gongan-head");
        assertThat(acts.find(bulk).orElseThrow().done()).isEqualTo(2);
    }

    @Test
    void an_entry_that_is_marked_as_done_is_not_worked_on_again() {
        String number = loop.rectifying();
        String bulk = urge(number);
        jdbc.sql("update bulk_act_entry set state = 'DONE' where bulk = ?")
                .param(bulk)
                .update();

        finish(bulk);

        assertThat(loop.count(number, Act.URGE)).isZero();
        assertThat(told("bulk-ended", bulk)).containsExactly("center");
    }

    /** As a kill does between the two commits, with the engine's job still there for the next start. */
    @Test
    void between_two_entries_only_a_job_is_left_which_anybody_can_go_on_with() {
        String first = loop.rectifying();
        String second = loop.rectifying();
        String bulk = urge(first, second);

        management.executeJob(job(bulk).getId());

        assertThat(loop.count(first, Act.URGE)).isOne();
        assertThat(loop.count(second, Act.URGE)).isZero();
        assertThat(acts.find(bulk).orElseThrow().worked()).isOne();
        assertThat(job(bulk)).matches(job -> job.getRetries() > 0 && job.getPriority() == -5);
        finish(bulk);
        assertThat(loop.count(second, Act.URGE)).isOne();
    }

    @Test
    void whoever_left_the_centre_meanwhile_acts_no_more() {
        accounts.user("leaver", "吴", "用", "leaver@example.org", "Demo#2026", "center");
        String first = loop.rectifying();
        String second = loop.rectifying();
        String bulk = acting.as("leaver", () -> intake.begin(null, form("URGE", null, "", first, second)));
        management.executeJob(job(bulk).getId());
        identity.deleteMembership("leaver", "center");

        finish(bulk);

        assertThat(last(first).actorName()).isEqualTo("吴用");
        assertThat(refusals(bulk)).isEqualTo(Map.of(second, "提交人已不在市行政服务中心，这一件没有处理。"));
        assertThat(loop.count(second, Act.URGE)).isZero();
    }

    @Test
    void an_entry_that_somebody_else_works_on_at_that_moment_is_tried_again() {
        String number = loop.rectifying();
        String bulk = extend("2026-03-31", number);
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        atTaskEnd.once(() -> another.executeWithoutResult(
                t -> jdbc.sql("update act_ru_execution set rev_ = rev_ + 1 where proc_inst_id_ = ?")
                        .param(loop.instance(number).getId())
                        .update()));

        assertThatThrownBy(() -> management.executeJob(job(bulk).getId())).matches(RequestFault.OVERTAKEN::isIn);
        assertThat(acts.find(bulk).orElseThrow().worked()).isZero();
        assertThat(loop.count(number, Act.RESCHEDULE)).isZero();
        finish(bulk);

        assertThat(loop.count(number, Act.RESCHEDULE)).isOne();
        assertThat(refusals(bulk)).isEmpty();
    }

    /** Somebody deleted what the case needs, in Cockpit. */
    @Test
    void an_entry_that_is_broken_stops_no_other() {
        String broken = loop.rectifying();
        String sound = loop.rectifying();
        runtime.removeVariable(loop.instance(broken).getId(), "ledgerNumber");

        String bulk = urge(broken, sound);
        finish(bulk);

        assertThat(refusals(bulk)).isEqualTo(Map.of(broken, "系统没能处理这一件，请打开它单独处理；还是不行，请告诉系统管理员。"));
        assertThat(loop.count(broken, Act.URGE)).isZero();
        assertThat(loop.count(sound, Act.URGE)).isOne();
    }

    // ---- how the tests act and look

    private String urge(String... numbers) {
        return begin(form("URGE", null, "", numbers));
    }

    private String transfer(String department, String... numbers) {
        return begin(form("TRANSFER", department, "", numbers));
    }

    private String extend(String day, String... numbers) {
        return begin(form("EXTEND", null, day, numbers));
    }

    private String begin(BulkForm form) {
        return acting.as("center", () -> intake.begin(null, form));
    }

    private static BulkForm form(String act, String department, String day, String... numbers) {
        return new BulkForm(act, BulkForm.CHOSEN, List.of(numbers), null, department, day, "群众多次来问进展");
    }

    private void finish(String bulk) {
        for (Job job = job(bulk); job != null; job = job(bulk)) management.executeJob(job.getId());
    }

    private Job job(String bulk) {
        return management
                .createJobQuery()
                .processDefinitionKey("bulk-act")
                .processInstanceId(runtime.createProcessInstanceQuery().processInstanceBusinessKey(bulk).list().stream()
                        .map(instance -> instance.getId())
                        .findFirst()
                        .orElse("ended"))
                .singleResult();
    }

    private Map<String, String> refusals(String bulk) {
        return acts.refused(bulk).stream()
                .collect(Collectors.toMap(BulkActs.Refused::number, BulkActs.Refused::message));
    }

    private Event last(String number) {
        List<Event> all = history.of(number);
        return all.get(all.size() - 1);
    }

    private List<String> told(String template, String number) {
        return jdbc.sql("select recipient from notice where template = ? and number = ?")
                .param(template)
                .param(number)
                .query(String.class)
                .list();
    }

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
