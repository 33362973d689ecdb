package org.tiyanguan.annual;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the red and black list. */
@Component
public class AnnualList {

    private final JdbcClient jdbc;

    AnnualList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of what was proposed before; what was struck has to be struck again. */
    public void propose(String number, String department, String name, Listed.As as, String reason) {
        jdbc.sql("delete from annual_listed where number = :number and department = :department")
                .param("number", number)
                .param("department", department)
                .update();
        jdbc.sql("""
                        insert into annual_listed (number, department, name, listed_as, reason)
                        values (:number, :department, :name, :as, :reason)""")
                .param("number", number)
                .param("department", department)
                .param("name", name)
                .param("as", as.name())
                .param("reason", reason)
                .update();
    }

    public void strike(String number, String department, String reason) {
        jdbc.sql("update annual_listed set struck_reason = :reason where number = :number and department = :department")
                .param("reason", reason)
                .param("number", number)
                .param("department", department)
                .update();
    }

    /** The red ones first, then the black ones, then those on neither. */
    public List<Listed> of(String number) {
        return jdbc.sql("""
                        select * from annual_listed where number = :number
                        order by case listed_as when 'RED' then 1 when 'BLACK' then 2 else 3 end, department""").param("number", number).query(Listed.class).list();
    }

    /** Those that are read out. */
    public List<Listed> counting(String number) {
        return of(number).stream().filter(Listed::counts).toList();
    }
}
