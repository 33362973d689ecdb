package org.tiyanguan.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Texts;
import org.tiyanguan.privacy.Masked;

/** Mails that are told but not sent: which wait, which failed and why, and to have them tried at once. */
@Component
@Transactional
class MailQueue {

    /** What a page shows of each kind; the rest is counted. */
    static final int MOST = 200;

    /** Tries that an administrator gives to what had none left: an hour, by the cycle of the diagram. */
    private static final int TRIES = 12;

    /** What a database takes as a list. */
    private static final int AT_ONCE = 500;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Which mails: this one, all to the same address, all told in the same hour, all. */
    enum Scope {
        ONE,
        ADDRESS,
        HOUR,
        ALL
    }

    /** A mail with its job; {@code next} is null when no job will try it by itself. */
    record Line(
            Notice notice,
            @Nullable LocalDateTime next,
            int triesLeft,
            @Nullable String fault) {}

    /** Each at most {@link #MOST}, with how many there are. */
    record View(
            List<Line> failed,
            int allFailed,
            List<Line> waiting,
            int allWaiting,
            List<Notice> refused,
            int allRefused) {}

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final AuditLog audit;
    private final Texts texts;
    private final ReadOnce once;
    private final Clock clock;

    MailQueue(
            JdbcClient jdbc,
            ManagementService management,
            RuntimeService runtime,
            AuditLog audit,
            Texts texts,
            ReadOnce once,
            Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.runtime = runtime;
        this.audit = audit;
        this.texts = texts;
        this.once = once;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public View view() {
        Map<Long, Job> jobs = jobs();
        List<Line> failed = new ArrayList<>();
        List<Line> waiting = new ArrayList<>();
        for (Notice notice : unsent()) {
            Job job = jobs.get(notice.first());
            if (job == null) continue;
            boolean hasFailed = job.getRetries() == 0;
            (hasFailed ? failed : waiting)
                    .add(new Line(
                            notice,
                            hasFailed ? null : local(job.getDuedate()),
                            job.getRetries(),
                            job.getExceptionMessage()));
        }
        List<Notice> refused = refused();
        return new View(most(failed), failed.size(), most(waiting), waiting.size(), most(refused), refused.size());
    }

    /**
     * Has them tried at once: what waits for its next try, what failed for good, and what an address refused.
     *
     * @param id of a notice, whose address or hour is meant; null for all
     * @return how many mails
     */
    public int retry(Scope scope, @Nullable Long id) {
        Notice example = scope == Scope.ALL ? null : one(id);
        List<Notice> meant = unsent().stream()
                .filter(notice -> isMeant(notice, scope, example))
                .toList();
        List<Notice> refused = refused().stream()
                .filter(notice -> isMeant(notice, scope, example))
                .toList();
        Map<Long, Job> jobs = jobs();
        Set<Long> firsts = meant.stream().map(Notice::first).collect(Collectors.toSet());
        makeDue(jobs.entrySet().stream()
                .filter(job -> firsts.contains(job.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        sendAnew(refused, jobs);
        int all = meant.size() + refused.size();
        if (all > 0) audit.record(AuditKind.RESENT, said(scope, example, all));
        return all;
    }

    private boolean isMeant(Notice notice, Scope scope, @Nullable Notice example) {
        if (example == null) return true;
        return switch (scope) {
            case ONE -> notice.id() == example.id();
            case ADDRESS -> notice.address().equals(example.address());
            case HOUR -> hour(notice).equals(hour(example));
            case ALL -> true;
        };
    }

    private static LocalDateTime hour(Notice notice) {
        return notice.createdAt().truncatedTo(ChronoUnit.HOURS);
    }

    private String said(Scope scope, @Nullable Notice example, int all) {
        return texts.of(
                "mails.resent." + scope,
                all,
                example == null ? "" : Masked.email(example.address()),
                example == null ? "" : MailQueueController.HOUR.format(hour(example)));
    }

    /** A job that is due already may be at work: it is left alone. */
    private void makeDue(List<Job> jobs) {
        Date now = Date.from(clock.instant());
        List<String> failed = jobs.stream()
                .filter(job -> job.getRetries() == 0)
                .map(Job::getId)
                .toList();
        chunks(failed)
                .forEach(some -> management
                        .setJobRetries(TRIES)
                        .jobIds(some)
                        .dueDate(now)
                        .execute());
        jobs.stream()
                .filter(job -> job.getRetries() > 0
                        && job.getDuedate() != null
                        && job.getDuedate().after(now))
                .forEach(job -> management.setJobDuedate(job.getId(), now, false));
    }

    /** By the job that still has others of the same act, or by a new one. */
    private void sendAnew(List<Notice> refused, Map<Long, Job> jobs) {
        List<Long> ids = refused.stream().map(Notice::id).toList();
        chunks(ids)
                .forEach(some -> jdbc.sql("update notice set refused_at = null, refusal = null where id in (:ids)")
                        .param("ids", some)
                        .update());
        once.forgetAll();
        Map<Long, Notice> firsts = new LinkedHashMap<>();
        refused.forEach(notice -> firsts.putIfAbsent(notice.first(), notice));
        firsts.forEach((first, notice) -> {
            Job job = jobs.get(first);
            if (job != null) makeDue(List.of(job));
            else
                runtime.startProcessInstanceByKey(
                        NoticeDiagram.KEY, notice.number(), Map.of(NoticeDiagram.Variable.NOTICE_ID, first));
        });
    }

    /** By the first notice that the job mails. */
    private Map<Long, Job> jobs() {
        Map<String, Job> byInstance =
                management.createJobQuery().processDefinitionKey(NoticeDiagram.KEY).list().stream()
                        .collect(Collectors.toMap(Job::getProcessInstanceId, Function.identity(), (one, other) -> one));
        Map<Long, Job> byNotice = new LinkedHashMap<>();
        chunks(byInstance.keySet()).forEach(some -> {
            for (VariableInstance variable : runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(some.toArray(String[]::new))
                    .variableName(NoticeDiagram.Variable.NOTICE_ID)
                    .list())
                byNotice.put(
                        ((Number) variable.getValue()).longValue(), byInstance.get(variable.getProcessInstanceId()));
        });
        return byNotice;
    }

    private List<Notice> unsent() {
        return jdbc.sql("""
                        select * from notice
                        where mailed_at is null and address is not null and bundle_at is null and refused_at is null
                        order by id""").query(Notice.class).list();
    }

    private List<Notice> refused() {
        return jdbc.sql(
                        "select * from notice where refused_at is not null and address is not null order by refused_at desc, id desc")
                .query(Notice.class)
                .list();
    }

    private Notice one(@Nullable Long id) {
        return jdbc.sql("select * from notice where id = :id and mailed_at is null and address is not null")
                .param("id", id)
                .query(Notice.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static <T> List<T> most(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += AT_ONCE)
            chunks.add(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        return chunks;
    }

    private static @Nullable LocalDateTime local(@Nullable Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), ZONE);
    }
}
