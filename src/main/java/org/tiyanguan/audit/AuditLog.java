package org.tiyanguan.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tiyanguan.core.Signs;

/**
 * Writes the audit log, in the transaction of what it is about: an act that cannot be logged does not happen. Lines are
 * never changed, and erased only when they are older than the settings ask; the database sees to that, too.
 */
@Component
@Transactional
public class AuditLog {

    private static final int LONGEST_ACTOR = 64;
    private static final int LONGEST_DETAIL = 500;
    private static final String NOBODY = "";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditSettings settings;

    AuditLog(JdbcClient jdbc, Clock clock, AuditSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param detail what it was done to, for the administrator to read */
    public void record(AuditKind kind, String detail) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        record(kind, user == null ? NOBODY : user.getName(), detail);
    }

    /** For acts of somebody who is not, or no longer, logged in. */
    public void record(AuditKind kind, String actor, String detail) {
        jdbc.sql(
                        "insert into audit_event (at, kind, actor, address, detail) values (:at, :kind, :actor, :address, :detail)")
                .param("at", LocalDateTime.now(clock))
                .param("kind", kind.name())
                .param("actor", fit(actor, LONGEST_ACTOR))
                .param("address", address())
                .param("detail", fit(detail, LONGEST_DETAIL))
                .update();
    }

    /** Somebody took data out of the program: the file's name and what was asked for. */
    public void exported(String what) {
        record(AuditKind.EXPORT, what);
    }

    /** How often a password for the name was wrong. */
    public record Failed(String actor, int times) {}

    /** The names for which a password was wrong at least so many times since then. */
    @Transactional(readOnly = true)
    public List<Failed> failedLogins(LocalDateTime since, int most) {
        return jdbc.sql("""
                        select actor, count(*) as times from audit_event where at > :since and kind = 'LOGIN_FAILED' and actor <> ''
                        group by actor having count(*) >= :most""")
                .param("since", since)
                .param("most", most)
                .query(Failed.class)
                .list();
    }

    /** Whether the account logged in from the caller's address since then. */
    @Transactional(readOnly = true)
    public boolean hasLoggedIn(String actor, LocalDateTime since) {
        return jdbc.sql(
                                "select count(*) from audit_event where kind = 'LOGIN' and actor = :actor and address = :address"
                                        + " and at > :since")
                        .param("actor", fit(actor, LONGEST_ACTOR))
                        .param("address", address())
                        .param("since", since)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Each night; on several nodes, each finds less to do. */
    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    void eraseOld() {
        jdbc.sql("delete from audit_event where at < :before")
                .param("before", LocalDateTime.now(clock).minusDays(settings.keepDays()))
                .update();
    }

    /** The caller's; empty outside of a request. */
    public static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : NOBODY;
    }

    /** What people type may be long, and hold what a database cannot. */
    private static String fit(String text, int longest) {
        String clean = text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
        return Signs.cut(clean, longest);
    }
}
