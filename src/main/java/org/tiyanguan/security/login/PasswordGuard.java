package org.tiyanguan.security.login;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.engine.PasswordTries;
import org.tiyanguan.gate.Network;
import org.tiyanguan.security.LoginSettings;
import org.tiyanguan.security.TooManyTries;
import org.tiyanguan.security.Tries;
import org.tiyanguan.security.WrongPasswords;

/**
 * How often passwords may be tried: seldom for one account from one address, and with wide limits for one account from
 * everywhere and for everything from one address. Where the owner has logged in lately, only the first holds, and is
 * wider: whoever guesses elsewhere is in the way of nobody but themselves.
 */
@Component
class PasswordGuard implements PasswordTries {

    private static final int KNOWN_FOR_DAYS = 60;
    private static final int WIDER_WHERE_KNOWN = 4;
    private static final int TOLD_EVERY_HOURS = 1;

    private final Tries tries;
    private final AuditLog audit;
    private final LoginSettings settings;
    private final Clock clock;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PasswordGuard(
            Tries tries,
            AuditLog audit,
            LoginSettings settings,
            Clock clock,
            MessageSource messages,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.tries = tries;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.messages = messages;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public boolean check(String account, BooleanSupplier isRight) {
        boolean known = audit.hasLoggedIn(account, LocalDateTime.now(clock).minusDays(KNOWN_FOR_DAYS));
        String network = Network.of(AuditLog.address());
        int free = known ? settings.attempts() * WIDER_WHERE_KNOWN : settings.attempts();
        List<Tries.Limit> limits = List.of(
                new Tries.Limit("login " + network + " " + account, free, true),
                new Tries.Limit(byName(account), settings.byName(), !known),
                new Tries.Limit("login from " + network, settings.byAddress(), !known));
        try {
            boolean right = tries.check(limits, isRight);
            if (!right) audit.record(AuditKind.LOGIN_FAILED, account, text("wrong"));
            return right;
        } catch (TooManyTries refused) {
            // Once for each wait, however often somebody asks meanwhile.
            if (refused.isFirst()) audit.record(AuditKind.LOCKED, account, text("locked"));
            throw refused;
        }
    }

    /**
     * Later than the tries themselves: whoever guesses does not learn by the time it takes whether there is such an
     * account.
     */
    @Scheduled(cron = "30 * * * * *")
    void tellOwners() {
        LocalDateTime since = LocalDateTime.now(clock).minusHours(TOLD_EVERY_HOURS);
        for (AuditLog.Failed failed : audit.failedLogins(since, settings.attempts())) {
            int mine = jdbc.sql("""
                            update secret_try set told_at = :now
                            where subject = :subject and (told_at is null or told_at < :since)""")
                    .param("now", LocalDateTime.now(clock))
                    .param("subject", byName(failed.actor()))
                    .param("since", since)
                    .update();
            if (mine > 0) events.publishEvent(new WrongPasswords(failed.actor(), failed.times()));
        }
    }

    private static String byName(String account) {
        return "login as " + account;
    }

    private String text(String key) {
        return messages.getMessage("audit.login." + key, null, Locale.CHINA);
    }
}
