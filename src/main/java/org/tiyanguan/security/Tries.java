package org.tiyanguan.security;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.core.Signs;

/**
 * Slows down whoever tries out secrets. A try is counted before the secret is checked, in the database, so that neither
 * many at once nor several nodes get more; one that was right is taken back. Each limit has some tries an hour for
 * free; after them comes a wait of a second, and twice as long with each that follows. Nobody holds a thread meanwhile.
 */
@Component
public class Tries {

    /**
     * What tries are counted for.
     *
     * @param free tries an hour
     * @param holds whether one beyond them has to wait; otherwise it is only counted
     */
    public record Limit(String subject, int free, boolean holds) {}

    private record Row(double level, LocalDateTime countedAt, LocalDateTime freeAt) {}

    private static final int LONGEST_SUBJECT = 130;

    /** Rows of a new subject may be made twice at once; each limit can lose that race once. */
    private static final int RACES = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DOUBLINGS = 20;
    private static final int KEPT_DAYS = 1;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoginSettings settings;
    private final MessageSource messages;
    private final TransactionTemplate alone;

    Tries(
            JdbcClient jdbc,
            Clock clock,
            LoginSettings settings,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.messages = messages;
        this.alone = new TransactionTemplate(transactions);
        // A refusal further out must not take the count back.
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Whether the secret is right.
     *
     * @throws TooManyTries if one of the limits that hold says to wait; the secret is not looked at then
     */
    public boolean check(List<Limit> limits, BooleanSupplier isRight) {
        // In one order everywhere, so that no two wait for each other.
        List<Limit> ordered =
                limits.stream().sorted(Comparator.comparing(Limit::subject)).toList();
        Optional<Limit> full = count(ordered);
        if (full.isPresent()) throw refusal(full.get());
        boolean right = isRight.getAsBoolean();
        if (right) alone.executeWithoutResult(status -> ordered.forEach(this::takeBack));
        return right;
    }

    /** Counts one more for all of them, or says which of them is full. */
    private Optional<Limit> count(List<Limit> limits) {
        for (int race = 1; ; race++) {
            try {
                return alone.execute(status -> {
                    Optional<Limit> full =
                            limits.stream().filter(limit -> !count(limit)).findFirst();
                    if (full.isPresent()) status.setRollbackOnly();
                    return full;
                });
            } catch (DuplicateKeyException somebodyWasFaster) {
                if (race == RACES) throw somebodyWasFaster;
            }
        }
    }

    private boolean count(Limit limit) {
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<Row> found = jdbc.sql(
                        "select level, counted_at, free_at from secret_try where subject = :subject for update")
                .param("subject", key(limit))
                .query(Row.class)
                .optional();
        // What was counted long after now was counted by a clock that was wrong.
        Optional<Row> row = found.filter(r -> r.countedAt().isBefore(now.plus(HOUR)));
        if (limit.holds()
                && row.isPresent()
                && row.get().freeAt() != null
                && row.get().freeAt().isAfter(now)) return false;
        double level = row.map(r -> sunk(r, limit, now)).orElse(0.0) + 1;
        long wait = wait(level, limit);
        jdbc.sql(
                        found.isPresent()
                                ? "update secret_try set level = :level, counted_at = :now, free_at = :free where subject = :subject"
                                : "insert into secret_try (subject, level, counted_at, free_at) values (:subject, :level, :now, :free)")
                .param("subject", key(limit))
                .param("level", level)
                .param("now", now)
                .param("free", wait == 0 ? null : now.plusSeconds(wait))
                .update();
        return true;
    }

    private static double sunk(Row row, Limit limit, LocalDateTime now) {
        double hours = (double) Duration.between(row.countedAt(), now).toMillis() / HOUR.toMillis();
        return Math.max(0, row.level() - Math.max(0, hours) * limit.free());
    }

    /** Seconds. */
    private long wait(double level, Limit limit) {
        long beyond = Math.round(level) - limit.free();
        return beyond < 0 ? 0 : Math.min(1L << Math.min(beyond, DOUBLINGS), settings.longestWaitMinutes() * 60L);
    }

    private void takeBack(Limit limit) {
        jdbc.sql(
                        "update secret_try set level = case when level > 1 then level - 1 else 0 end, free_at = null where subject = :subject")
                .param("subject", key(limit))
                .update();
    }

    private TooManyTries refusal(Limit full) {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean first =
                jdbc.sql("""
                        update secret_try set refused_at = :now
                        where subject = :subject and (refused_at is null or refused_at < counted_at)""").param("now", now).param("subject", key(full)).update() > 0;
        LocalDateTime free = jdbc.sql("select free_at from secret_try where subject = :subject")
                .param("subject", key(full))
                .query(LocalDateTime.class)
                .optional()
                .orElse(now);
        long seconds = Math.max(0, Duration.between(now, free).toSeconds()) + 1;
        return new TooManyTries(messages.getMessage("tries", new Object[] {seconds}, Locale.CHINA), seconds, first);
    }

    private static String key(Limit limit) {
        String clean = limit.subject().replaceAll("[\\p{Cc}\\p{Cs}]", " ");
        return Signs.cut(clean, LONGEST_SUBJECT);
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        jdbc.sql("delete from secret_try where counted_at < :before")
                .param("before", LocalDateTime.now(clock).minusDays(KEPT_DAYS))
                .update();
    }
}
