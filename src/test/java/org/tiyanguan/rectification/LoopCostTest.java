package org.tiyanguan.rectification;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Acting;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.StatementCounts;
import org.tiyanguan.StatementCounts.Counts;
import org.tiyanguan.StatementCounts.Tally;
import org.tiyanguan.engine.CaseMessages;

/**
 * What one finding costs the database on its whole way, in counts, which are the same on each machine. Whoever makes it
 * cheaper lowers the bounds; whoever has to raise them says why. Which statements they are is in
 * {@code target/loop-statements.txt} after a run.
 */
@IntegrationTest
class LoopCostTest {

    /**
     * With it starts, when it is closed, what asks in the background whether others can learn from it: one job. Of
     * several mails of one job each is noted in a transaction of its own before the next goes out. And who is away is
     * asked once in each transaction that tells somebody something, and an entry is held once before its parts.
     */
    private static final int STATEMENTS = 624;

    private static final int TRANSACTIONS = 19;
    private static final int PROCESS_INSTANCES = 1;
    private static final int JOBS = 13;
    private static final int HISTORY_ROWS = 35;

    @Autowired
    Loop loop;

    @Autowired
    CaseMessages cases;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Acting acting;

    @Autowired
    DataSource database;

    private Map<String, Counts> steps;
    private String number;

    @BeforeEach
    void monday_morning() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void a_finding_costs_no_more_than_it_did() throws Exception {
        try (StatementCounts counts = new StatementCounts(database)) {
            // The first one also pays for what the program then keeps in memory.
            oneFinding(counts);
            Map<String, Counts> one = oneFinding(counts);
            Map<String, Counts> other = oneFinding(counts);
            // Into one of them may fall what the program does by itself each minute.
            steps = sum(one).statements() <= sum(other).statements() ? one : other;
        }

        Counts all = sum(steps);
        write(all);
        assertSoftly(cost -> {
            cost.assertThat(all.statements()).as("statements").isLessThanOrEqualTo(STATEMENTS);
            cost.assertThat(all.transactions()).as("transactions").isLessThanOrEqualTo(TRANSACTIONS);
            cost.assertThat(all.rowsAddedTo("act_hi_procinst"))
                    .as("process instances whose history is kept")
                    .isLessThanOrEqualTo(PROCESS_INSTANCES);
            cost.assertThat(all.rowsAddedTo("act_ru_job")).as("jobs").isLessThanOrEqualTo(JOBS);
            cost.assertThat(all.rowsAddedTo("act_hi_"))
                    .as("rows of the engine's history")
                    .isLessThanOrEqualTo(HISTORY_ROWS);
        });
    }

    /** People's acts and the mails that follow, without what looking for a task and opening a page cost. */
    private Map<String, Counts> oneFinding(StatementCounts counts) throws Exception {
        steps = new LinkedHashMap<>();
        step(counts, "report", "center", () -> number = cases.start("rectification", Loop.problem()));
        complete(counts, "center", "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        complete(counts, "center", "center-assign", Map.of("department1", "gongan", "instruction1", "增开窗口"));
        complete(counts, "gongan", "department-accept", Map.of("acceptance", "ACCEPT"));
        complete(counts, "gongan", "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
        complete(
                counts,
                "center",
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        "现场查看属实",
                        "answer",
                        "窗口已增开两个，欢迎再来体验。"));
        complete(counts, "officer", "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        return steps;
    }

    private static Counts sum(Map<String, Counts> steps) {
        return steps.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    private void complete(StatementCounts counts, String user, String task, Map<String, Object> form) throws Exception {
        String id = loop.task(number, task).getId();
        step(counts, task, user, () -> tasks.complete(id, form));
    }

    private void step(StatementCounts counts, String name, String user, StatementCounts.Act act) throws Exception {
        steps.put(name, acting.as(user, () -> counts.of(act)));
        List<Job> mails =
                management.createJobQuery().processDefinitionKey("notice").list();
        Counts sent = counts.of(() -> mails.forEach(mail -> management.executeJob(mail.getId())));
        steps.put("its " + mails.size() + " mails (" + name + ")", sent);
    }

    private void write(Counts all) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of("target/loop-statements.txt")))) {
            out.println("statements transactions history-rows step");
            steps.forEach((step, counts) -> line(out, counts, step));
            line(out, all, "all");
            out.println("\n     calls    rows kind");
            print(out, all.byKind());
            out.println("\n     calls    rows text");
            print(out, all.byText());
        }
    }

    private static void line(PrintWriter out, Counts counts, String name) {
        out.printf(
                "%10d %12d %12d %s%n", counts.statements(), counts.transactions(), counts.rowsAddedTo("act_hi_"), name);
    }

    private static void print(PrintWriter out, Map<String, Tally> statements) {
        statements.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Tally> statement) ->
                                -statement.getValue().calls())
                        .thenComparing(Map.Entry::getKey))
                .forEach(statement -> out.printf(
                        "%10d %7d %s%n",
                        statement.getValue().calls(), statement.getValue().rows(), statement.getKey()));
    }
}
