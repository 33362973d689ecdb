package org.tiyanguan.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people were told, in the program: nobody depends on mail alone. */
@Component
@Transactional
public class Inbox {

    static final int PAGE_SIZE = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int unread(String account) {
        return jdbc.sql("select count(*) from notice where recipient = :account and read_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** The newest first, one more than a page if there are more. @param before the id of the last one seen */
    @Transactional(readOnly = true)
    List<Notice> of(String account, long before) {
        return jdbc.sql("select * from notice where recipient = :account and id < :before order by id desc limit :most")
                .param("account", account)
                .param("before", before)
                .param("most", PAGE_SIZE + 1)
                .query(Notice.class)
                .list();
    }

    /** Marks the account's own notice as read; empty for another's. */
    Optional<Notice> read(String account, long id) {
        jdbc.sql("update notice set read_at = :now where id = :id and recipient = :account and read_at is null")
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .param("account", account)
                .update();
        return jdbc.sql("select * from notice where id = :id and recipient = :account")
                .param("id", id)
                .param("account", account)
                .query(Notice.class)
                .optional();
    }

    void readAll(String account) {
        jdbc.sql("update notice set read_at = :now where recipient = :account and read_at is null")
                .param("now", LocalDateTime.now(clock))
                .param("account", account)
                .update();
    }
}
