package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.annual.Version.State;
import org.tiyanguan.security.CurrentUser;

/** The table of a summary's versions. */
@Component
public class Versions {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    Versions(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** @param reason of a correction */
    public void add(String number, int version, @Nullable String reason, LocalDateTime frozenAt) {
        jdbc.sql("""
                        insert into annual_version (number, version, state, reason, frozen_at)
                        values (:number, :version, 'DRAFT', :reason, :frozenAt)""")
                .param("number", number)
                .param("version", version)
                .param("reason", reason)
                .param("frozenAt", frozenAt)
                .update();
    }

    public void frozen(Version one) {
        jdbc.sql("update annual_version set frozen_at = :now where number = :number and version = :version")
                .param("now", LocalDateTime.now(clock))
                .param("number", one.number())
                .param("version", one.version())
                .update();
    }

    public void submit(Version one) {
        move(one, State.SUBMITTED, null);
    }

    public void sendBack(Version one, String remark) {
        jdbc.sql("""
                        update annual_version set state = 'DRAFT', remark = :remark, approved_by = null, approved_at = null
                        where number = :number and version = :version""")
                .param("remark", remark)
                .param("number", one.number())
                .param("version", one.version())
                .update();
    }

    public void approve(Version one) {
        jdbc.sql("""
                        update annual_version set state = 'APPROVED', approved_by = :by, approved_at = :now
                        where number = :number and version = :version""")
                .param("by", user.id().orElse("system"))
                .param("now", LocalDateTime.now(clock))
                .param("number", one.number())
                .param("version", one.version())
                .update();
    }

    public void issue(Version one) {
        move(one, State.ISSUED, LocalDateTime.now(clock));
    }

    public void drop(Version one) {
        move(one, State.DROPPED, null);
    }

    /** The newest first. */
    public List<Version> of(String number) {
        return jdbc.sql("select * from annual_version where number = :number order by version desc")
                .param("number", number)
                .query(Version.class)
                .list();
    }

    /** The one that is worked on, or was last. */
    public Version newest(String number) {
        return of(number).stream()
                .filter(one -> one.state() != State.DROPPED)
                .findFirst()
                .orElseThrow();
    }

    /** What counts for the public. */
    public Optional<Version> issued(String number) {
        return of(number).stream().filter(Version::isIssued).findFirst();
    }

    /** Nobody else saves, submits or approves until the transaction ends. */
    public Version lock(String number, int version) {
        return jdbc.sql("select * from annual_version where number = :number and version = :version for update")
                .param("number", number)
                .param("version", version)
                .query(Version.class)
                .single();
    }

    private void move(Version one, State state, @Nullable LocalDateTime issuedAt) {
        jdbc.sql("""
                        update annual_version set state = :state, issued_at = :issuedAt
                        where number = :number and version = :version""")
                .param("state", state.name())
                .param("issuedAt", issuedAt)
                .param("number", one.number())
                .param("version", one.version())
                .update();
    }
}
