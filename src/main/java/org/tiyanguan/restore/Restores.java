package org.tiyanguan.restore;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.AsProgram;
import org.tiyanguan.evidence.EvidenceFiles;

/**
 * Notices at the start that the database was restored, and lets no mail and no timer of it go on until an administrator
 * has seen what there is.
 */
@Component
class Restores implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Restores.class);

    /** More numbers than anybody gives between two backups. */
    private static final int MOST_SKIPPED = 10_000;

    /** @param lastAct when the last thing that the database knows of was written down; null for an empty one */
    record Found(
            LocalDateTime heldSince,
            @Nullable LocalDateTime lastAct,
            List<GivenNumbers.Given> numbers,
            Map<String, Integer> pastTimers,
            int waitingMails,
            int missingFiles) {}

    private final Installation installation;
    private final HeldJobs jobs;
    private final GivenNumbers numbers;
    private final EvidenceFiles files;
    private final AsProgram program;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Texts texts;

    Restores(
            Installation installation,
            HeldJobs jobs,
            GivenNumbers numbers,
            EvidenceFiles files,
            AsProgram program,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock,
            Texts texts) {
        this.installation = installation;
        this.jobs = jobs;
        this.numbers = numbers;
        this.files = files;
        this.program = program;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    /** Before the engine's job executor starts. */
    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    void look() {
        Optional<String> actual = installation.actual();
        if (actual.isEmpty() || actual.equals(installation.known())) return;
        if (installation.known().isEmpty()) installation.begin(actual.get());
        else {
            LOG.warn(
                    "The database was restored: its mails and timers wait until an administrator says so, on /admin/restored");
            jobs.hold();
            installation.hold(actual.get(), LocalDateTime.now(clock));
        }
    }

    boolean isHeld() {
        return installation.heldSince().isPresent();
    }

    /** Empty unless something is held. */
    Optional<Found> found() {
        return installation
                .heldSince()
                .map(since -> new Found(
                        since,
                        jdbc.sql("select max(at) from ledger_event")
                                .query(LocalDateTime.class)
                                .optional()
                                .orElse(null),
                        numbers.all(),
                        jobs.pastTimers(),
                        jobs.waitingMails(),
                        files.missing()));
    }

    /**
     * Goes on where the backup ended.
     *
     * @param last by kind, the last number that was given anywhere
     * @param sendMails whether the mails that waited then are sent
     * @throws Refusal if a number is none, or somebody else has said so
     */
    @Transactional
    void goOn(Map<String, String> last, boolean sendMails) {
        if (!installation.release()) throw texts.refusal(null, "restore.over");
        for (GivenNumbers.Given given : numbers.all()) {
            String typed = last.getOrDefault(given.prefix(), "").strip();
            if (!typed.isEmpty()) numbers.continueAfter(given.prefix(), number(given, typed));
        }
        program.run(() -> {
            if (!sendMails) jobs.dropMails();
            jobs.release();
        });
        audit.record(AuditKind.ACCOUNT, texts.of(sendMails ? "restore.went-on" : "restore.went-on-without-mails"));
    }

    private int number(GivenNumbers.Given given, String typed) {
        int number = typed.matches("\\d{1,7}") ? Integer.parseInt(typed) : -1;
        if (number < given.last() || number > given.last() + MOST_SKIPPED)
            throw texts.refusal("last-" + given.prefix(), "restore.number", given.last(), given.last() + MOST_SKIPPED);
        return number;
    }
}
