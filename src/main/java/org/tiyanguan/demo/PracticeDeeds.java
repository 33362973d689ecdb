package org.tiyanguan.demo;

import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.practice.Nominations;
import org.tiyanguan.security.OnBehalf;

/** How the demo's practices are nominated. */
@Component
@Profile("demo")
class PracticeDeeds {

    private final Nominations nominations;
    private final OnBehalf behalf;
    private final JdbcClient jdbc;

    PracticeDeeds(Nominations nominations, OnBehalf behalf, JdbcClient jdbc) {
        this.nominations = nominations;
        this.behalf = behalf;
        this.jdbc = jdbc;
    }

    /** The user nominates what the department mended last; returns its number. */
    String nominated(String user, String department, String serviceItem, String why) {
        String entry = jdbc.sql("""
                        select e.number from ledger_entry e join rectification_part p on p.number = e.number
                        where e.state = 'CLOSED' and e.outcome = 'RECTIFIED' and p.department = :department and p.state = 'DONE'
                            and e.public_service_item = :item and not exists (select 1 from practice where stands_for = e.number)
                        order by e.closed_at desc, e.number fetch first 1 rows only""")
                .param("department", department)
                .param("item", serviceItem)
                .query(String.class)
                .single();
        String[] number = new String[1];
        behalf.of(user, () -> number[0] = nominations.nominate(entry, why));
        return Objects.requireNonNull(number[0]);
    }
}
