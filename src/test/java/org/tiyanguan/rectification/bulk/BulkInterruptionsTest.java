package org.tiyanguan.rectification.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.rectification.AtTaskEnd;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.Accounts;

/** What comes between the entries of an act on many: crashes, others' work, people who leave. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class BulkInterruptionsTest {

    @Autowired
    Loop loop;

    @Autowired
    Bulk bulk;

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
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_job_that_is_repeated_after_a_crash_does_nothing_twice() {
        String first = loop.rectifying();
        String second = loop.rectifying();
        String act = bulk.urge(first, second);

        // The entry's transaction was committed, the job's was not.
        new TransactionTemplate(transactions).executeWithoutResult(job -> {
            work.workOff(act);
            job.setRollbackOnly();
        });
        assertThat(loop.count(first, Act.URGE)).isOne();
        bulk.finish(act);

        assertThat(loop.count(first, Act.URGE)).isOne();
        assertThat(loop.count(second, Act.URGE)).isOne();
        assertThat(bulk.told("urge", first)).containsExactlyInAnyOrder("gongan", "gongan-head");
        assertThat(acts.find(act).orElseThrow().done()).isEqualTo(2);
    }

    @Test
    void an_entry_that_is_marked_as_done_is_not_worked_on_again() {
        String number = loop.rectifying();
        String act = bulk.urge(number);
        jdbc.sql("update bulk_act_entry set state = 'DONE' where bulk = ?")
                .param(act)
                .update();

        bulk.finish(act);

        assertThat(loop.count(number, Act.URGE)).isZero();
        assertThat(bulk.told("bulk-ended", act)).containsExactly("center");
    }

    /** As a kill does between the two commits, with the engine's job still there for the next start. */
    @Test
    void between_two_entries_only_a_job_is_left_which_anybody_can_go_on_with() {
        String first = loop.rectifying();
        String second = loop.rectifying();
        String act = bulk.urge(first, second);

        management.executeJob(bulk.job(act).getId());

        assertThat(loop.count(first, Act.URGE)).isOne();
        assertThat(loop.count(second, Act.URGE)).isZero();
        assertThat(acts.find(act).orElseThrow().worked()).isOne();
        assertThat(bulk.job(act)).matches(job -> job.getRetries() > 0 && job.getPriority() == -5);
        bulk.finish(act);
        assertThat(loop.count(second, Act.URGE)).isOne();
    }

    @Test
    void whoever_left_the_centre_meanwhile_acts_no_more() {
        accounts.user("leaver", "吴", "用", "leaver@example.org", "Demo#2026", "center");
        String first = loop.rectifying();
        String second = loop.rectifying();
        String act = acting.as("leaver", () -> intake.begin(null, Bulk.form("URGE", null, "", first, second)));
        management.executeJob(bulk.job(act).getId());
        identity.deleteMembership("leaver", "center");

        bulk.finish(act);

        assertThat(bulk.last(first).actorName()).isEqualTo("吴用");
        assertThat(bulk.refusals(act)).isEqualTo(Map.of(second, "提交人已不在市行政服务中心，这一件没有处理。"));
        assertThat(loop.count(second, Act.URGE)).isZero();
    }

    @Test
    void an_entry_that_somebody_else_works_on_at_that_moment_is_tried_again() {
        String number = loop.rectifying();
        String act = bulk.extend("2026-03-31", number);
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        atTaskEnd.once(() -> another.executeWithoutResult(
                t -> jdbc.sql("update act_ru_execution set rev_ = rev_ + 1 where proc_inst_id_ = ?")
                        .param(loop.instance(number).getId())
                        .update()));

        assertThatThrownBy(() -> management.executeJob(bulk.job(act).getId())).matches(RequestFault.OVERTAKEN::isIn);
        assertThat(acts.find(act).orElseThrow().worked()).isZero();
        assertThat(loop.count(number, Act.RESCHEDULE)).isZero();
        bulk.finish(act);

        assertThat(loop.count(number, Act.RESCHEDULE)).isOne();
        assertThat(bulk.refusals(act)).isEmpty();
    }

    /** Somebody deleted what the case needs, in Cockpit. */
    @Test
    void an_entry_that_is_broken_stops_no_other() {
        String broken = loop.rectifying();
        String sound = loop.rectifying();
        runtime.removeVariable(loop.instance(broken).getId(), "ledgerNumber");

        String act = bulk.urge(broken, sound);
        bulk.finish(act);

        assertThat(bulk.refusals(act)).isEqualTo(Map.of(broken, "系统没能处理这一件，请打开它单独处理；还是不行，请告诉系统管理员。"));
        assertThat(loop.count(broken, Act.URGE)).isZero();
        assertThat(loop.count(sound, Act.URGE)).isOne();
    }
}
