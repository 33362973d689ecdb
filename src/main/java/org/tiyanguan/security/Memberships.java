package org.tiyanguan.security;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group, held until the transaction ends. */
@Component
public class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether somebody is in one of the groups, and stays there until the transaction ends: whoever takes them out
     * waits, and finds what was given to them here.
     */
    public boolean hold(String user, Collection<String> groups) {
        if (groups.isEmpty()) return false;
        return !jdbc.sql("""
                        select group_id_ from act_id_membership where user_id_ = :user and group_id_ in (:groups)
                        order by group_id_ for update""")
                .param("user", user)
                .param("groups", groups)
                .query(String.class)
                .list()
                .isEmpty();
    }
}
