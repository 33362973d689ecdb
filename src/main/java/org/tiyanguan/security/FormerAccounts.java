package org.tiyanguan.security;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of those whose accounts were deleted, as cases say still who did what. */
@Component
class FormerAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    FormerAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> nameOf(String account) {
        return jdbc.sql("select name from former_account where account = :account")
                .param("account", account)
                .query(String.class)
                .optional();
    }

    /** The accounts in whose names the text occurs, in either case, by id. */
    List<String> named(String text, int most) {
        return jdbc.sql("""
                        select account from former_account where position(:text in lower(name)) > 0
                        order by account fetch first :most rows only""")
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** An account of the same id that is made later has a name of its own. */
    void keep(String account, String name) {
        jdbc.sql("delete from former_account where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("insert into former_account (account, name, gone_at) values (:account, :name, :now)")
                .param("account", account)
                .param("name", name)
                .param("now", LocalDateTime.now(clock))
                .update();
    }
}
